using System.Net;
using System.Text.Json;
using Amazon.Runtime;

namespace BedrockGateway.Api.Upstream;

/// <summary>An error of Bedrock's, before a reply or in the middle of a stream.</summary>
internal sealed class BedrockFault : AmazonServiceException
{
    public BedrockFault(HttpStatusCode status, string code, string message)
        : base(message) => (StatusCode, ErrorCode) = (status, code);

    /// <summary>How long Bedrock asks to wait; <see langword="null"/> where it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Reads an error that came instead of a reply.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="type"><c>x-amzn-ErrorType</c>: <c>ValidationException:http://internal.amazon.com/</c>.</param>
    /// <param name="body">The body.</param>
    /// <param name="retryAfter">Value of <c>Retry-After</c>.</param>
    public static BedrockFault Read(
        HttpStatusCode status, string? type, ReadOnlyMemory<byte> body, TimeSpan? retryAfter)
    {
        var (message, inBody) = Texts(body.Span);
        var code = NameOf(type) ?? NameOf(inBody) ?? FallbackCode(status);
        return new(status, code, message ?? $"Bedrock answered {(int)status}.") { RetryAfter = retryAfter };
    }

    /// <summary>Reads an error that came as an event of a stream.</summary>
    /// <param name="type"><c>:exception-type</c>, such as <c>throttlingException</c>.</param>
    /// <param name="body">The event's payload.</param>
    public static BedrockFault InStream(string type, ReadOnlyMemory<byte> body)
    {
        var code = type.Length > 0 ? char.ToUpperInvariant(type[0]) + type[1..] : "InternalServerException";
        var message = Texts(body.Span).Message ?? "The model's reply broke off.";
        return new(StatusOf(code), code, message);
    }

    private static HttpStatusCode StatusOf(string code) => code switch
    {
        "ThrottlingException" or "ModelNotReadyException" => HttpStatusCode.TooManyRequests,
        "ValidationException" => HttpStatusCode.BadRequest,
        "ServiceUnavailableException" => HttpStatusCode.ServiceUnavailable,
        "ModelStreamErrorException" or "ModelErrorException" => HttpStatusCode.FailedDependency,
        "ModelTimeoutException" => HttpStatusCode.RequestTimeout,
        _ => HttpStatusCode.InternalServerError,
    };

    // A proxy on the way knows no code.
    private static string FallbackCode(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => "ThrottlingException",
        HttpStatusCode.ServiceUnavailable => "ServiceUnavailableException",
        HttpStatusCode.Forbidden => "AccessDeniedException",
        HttpStatusCode.NotFound => "ResourceNotFoundException",
        < HttpStatusCode.InternalServerError => "ValidationException",
        _ => "InternalServerException",
    };

    // com.amazon.coral.validate#ValidationException, or ValidationException:http://...
    private static string? NameOf(string? type)
    {
        var name = type?.Split(':', 2)[0].Split('#')[^1].Trim();
        return string.IsNullOrEmpty(name) ? null : name;
    }

    private static (string? Message, string? Type) Texts(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            return JsonElement.TryParseValue(ref reader, out var error)
                && error is { ValueKind: JsonValueKind.Object } found
                    ? (Text(found, "message") ?? Text(found, "Message"), Text(found, "__type"))
                    : (null, null);
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;
}
