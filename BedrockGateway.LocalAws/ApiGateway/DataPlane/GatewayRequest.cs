using System.Globalization;
using System.Security.Cryptography;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>One request on its way through the gateway, with what each step found out.</summary>
internal sealed class GatewayRequest(
    HttpContext http, RestApi api, Stage stage, Deployment deployment, GatewayTarget target, LocalAwsOptions options)
{
    private IReadOnlyList<KeyValuePair<string, string>>? _query;

    public HttpContext Http { get; } = http;

    public string ApiId { get; } = api.Id;

    public Stage Stage { get; } = stage;

    public string DeploymentId { get; } = deployment.Id;

    public CompiledApi Compiled { get; } = deployment.Compiled;

    public GatewayTarget Target { get; } = target;

    public string AccountId => options.AccountId;

    public string DomainName => Target.Domain ?? $"{ApiId}.execute-api.{options.Region}.amazonaws.com";

    public string DomainPrefix => DomainName[..DomainName.IndexOf('.', StringComparison.Ordinal)];

    public string RequestId { get; } = NewRequestId();

    /// <summary>Value of <c>x-amz-apigw-id</c>.</summary>
    public string ExtendedRequestId { get; } = NewExtendedRequestId();

    public DateTimeOffset Received { get; } = options.Clock.GetUtcNow();

    public long Started { get; } = options.Clock.GetTimestamp();

    /// <summary><c>05/Dec/2023:17:44:32 +0000</c>.</summary>
    public string RequestTime =>
        Received.UtcDateTime.ToString("dd/MMM/yyyy:HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    /// <summary>X-Ray's root for the request: the caller's, or a new one.</summary>
    public string TraceId => field ??= TraceIds.Of(Http.Request.Headers["X-Amzn-Trace-Id"], Received);

    public string SourceIp => Http.Connection.RemoteIpAddress?.MapToIPv4().ToString() ?? "127.0.0.1";

    public IReadOnlyList<KeyValuePair<string, string>> Query => _query ??= QueryList.Parse(Target.Query);

    /// <summary>The deployed method; set once the route is found.</summary>
    public CompiledMethod? Method { get; set; }

    public IReadOnlyList<KeyValuePair<string, string>> PathParameters { get; set; } = [];

    /// <summary>
    /// Claims of the verified token, as the event carries them; <see langword="null"/> without an authorizer.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Claims { get; set; }

    /// <summary>The key that the method asked for; <see langword="null"/> where it asks for none.</summary>
    public ApiKey? Key { get; set; }

    public UsagePlan? Plan { get; set; }

    public ReadOnlyMemory<byte> Body { get; set; }

    public Rejection? Rejection { get; set; }

    public int? IntegrationStatus { get; set; }

    public TimeSpan? IntegrationLatency { get; set; }

    public long ResponseBytes { get; set; }

    /// <summary>Whether the reply has ended before it was whole, which the client must be able to see.</summary>
    public bool IsCut { get; set; }

    public static string NewRequestId() => Guid.NewGuid().ToString();

    /// <summary>11 bytes, so 16 characters of base64.</summary>
    public static string NewExtendedRequestId() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(11));

    /// <summary>ARN by which a function's resource policy permits the call.</summary>
    public string ExecutionArn(CompiledMethod method) =>
        $"arn:aws:execute-api:{options.Region}:{AccountId}:{ApiId}/{Stage.Name}/"
        + $"{Http.Request.Method}{method.Resource.Path}";

    public TimeSpan Elapsed() => options.Clock.GetElapsedTime(Started);
}
