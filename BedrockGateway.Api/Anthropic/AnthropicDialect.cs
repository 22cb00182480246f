using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using BedrockGateway.Api.Errors;
using BedrockGateway.Api.Hosting;

namespace BedrockGateway.Api.Anthropic;

/// <summary>Failures as Anthropic's API tells them.</summary>
/// <remarks>Source: https://platform.claude.com/docs/en/api/errors</remarks>
// {"type":"error","error":{"type":"invalid_request_error","message":"model: Field required"},"request_id":"..."}
internal sealed class AnthropicDialect : IErrorDialect
{
    public static readonly AnthropicDialect Instance = new();

    /// <summary>Header with the id under which the gateway's log has the request.</summary>
    public const string RequestIdHeader = "request-id";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task AnswerAsync(HttpContext http, Fault fault)
    {
        var body = new ArrayBufferWriter<byte>();
        Write(body, http, fault);
        var response = http.Response;
        response.StatusCode = fault.Status;
        response.ContentType = "application/json";
        response.ContentLength = body.WrittenCount;
        response.Headers[RequestIdHeader] = RequestId.Of(http);
        return response.Body.WriteAsync(body.WrittenMemory, http.RequestAborted).AsTask();
    }

    public void WriteEvent(IBufferWriter<byte> output, HttpContext http, Fault fault)
    {
        output.Write("event: error\ndata: "u8);
        Write(output, http, fault);
        output.Write("\n\n"u8);
    }

    private static void Write(IBufferWriter<byte> output, HttpContext http, Fault fault)
    {
        using var json = new Utf8JsonWriter(output, Plain);
        json.WriteStartObject();
        json.WriteString("type", "error");
        json.WriteStartObject("error");
        json.WriteString("type", TypeOf(fault.Status));
        json.WriteString("message", fault.Message);
        json.WriteEndObject();
        json.WriteString("request_id", RequestId.Of(http));
        json.WriteEndObject();
    }

    private static string TypeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "authentication_error",
        StatusCodes.Status403Forbidden => "permission_error",
        StatusCodes.Status404NotFound => "not_found_error",
        StatusCodes.Status408RequestTimeout or StatusCodes.Status504GatewayTimeout => "timeout_error",
        StatusCodes.Status413PayloadTooLarge => "request_too_large",
        StatusCodes.Status429TooManyRequests => "rate_limit_error",
        // The model failed, whatever the number says.
        StatusCodes.Status424FailedDependency => "api_error",
        StatusCodes.Status503ServiceUnavailable or 529 => "overloaded_error",
        < StatusCodes.Status500InternalServerError => "invalid_request_error",
        _ => "api_error",
    };
}
