#nullable enable
using System.Globalization;
using System.Net.Http.Headers;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The context of one invocation, from the headers of the poll that brought it.</summary>
internal sealed class LambdaContext(HttpResponseHeaders headers, RuntimeEnvironment environment, TimeProvider clock)
    : ILambdaContext
{
    private readonly DateTimeOffset _deadline = DateTimeOffset.FromUnixTimeMilliseconds(
        long.TryParse(Find(headers, "Lambda-Runtime-Deadline-Ms"), CultureInfo.InvariantCulture, out var ms) ? ms : 0);

    private readonly string? _clientContext = Find(headers, "Lambda-Runtime-Client-Context");
    private readonly string? _identity = Find(headers, "Lambda-Runtime-Cognito-Identity");

    public string AwsRequestId { get; } = Find(headers, "Lambda-Runtime-Aws-Request-Id")
        ?? throw new InvalidOperationException("The Runtime API sent an event without Lambda-Runtime-Aws-Request-Id.");

    public string? InvokedFunctionArn { get; } = Find(headers, "Lambda-Runtime-Invoked-Function-Arn");

    public string? TraceId { get; } = Find(headers, "Lambda-Runtime-Trace-Id");

    public string? TenantId { get; } = Find(headers, "Lambda-Runtime-Aws-Tenant-Id");

    public IClientContext? ClientContext => CallerContext.ParseClient(_clientContext);

    public ICognitoIdentity? Identity => CallerContext.ParseIdentity(_identity);

    public string? FunctionName => environment.FunctionName;

    public string? FunctionVersion => environment.FunctionVersion;

    public ILambdaLogger Logger => new FunctionLogger(AwsRequestId);

    public string? LogGroupName => environment.LogGroupName;

    public string? LogStreamName => environment.LogStreamName;

    public int MemoryLimitInMB => environment.MemoryMegabytes;

    public TimeSpan RemainingTime => _deadline - clock.GetUtcNow();

    public ILambdaSerializer? Serializer { get; set; }

    private static string? Find(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
