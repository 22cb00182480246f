using System.Buffers;
using System.Text.Json;
using BedrockGateway.Api.Errors;
using BedrockGateway.Api.OpenAi.Replies;

namespace BedrockGateway.Api.OpenAi;

/// <summary>Failures as OpenAI tells them.</summary>
/// <remarks>Source: https://platform.openai.com/docs/guides/error-codes/api-errors</remarks>
// {"error":{"message":"...","type":"invalid_request_error","param":"model","code":null}}
internal sealed class OpenAiDialect : IErrorDialect
{
    public static readonly OpenAiDialect Instance = new();

    // How the models' providers say that a conversation has become too long; clients then shorten it by themselves.
    private static readonly string[] TooLong =
    [
        "too long", "too many input tokens", "maximum context length", "context window",
        "exceeds the maximum number of",
    ];

    public Task AnswerAsync(HttpContext http, Fault fault) =>
        JsonReply.SendAsync(http, fault.Status, json => WriteError(json, fault));

    public void WriteEvent(IBufferWriter<byte> output, HttpContext http, Fault fault)
    {
        output.Write("data: "u8);
        output.Write(JsonReply.ToBytes(json => WriteError(json, fault)).Span);
        output.Write("\n\n"u8);
    }

    public static void WriteError(Utf8JsonWriter json, Fault fault)
    {
        json.WriteStartObject("error");
        json.WriteString("message", fault.Message);
        json.WriteString("type", TypeOf(fault.Status));
        json.WriteString("param", fault.Parameter);
        json.WriteString("code", CodeOf(fault));
        json.WriteEndObject();
    }

    public static string TypeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "authentication_error",
        StatusCodes.Status403Forbidden => "permission_error",
        StatusCodes.Status404NotFound => "not_found_error",
        StatusCodes.Status408RequestTimeout or StatusCodes.Status424FailedDependency => "server_error",
        StatusCodes.Status429TooManyRequests => "rate_limit_error",
        >= StatusCodes.Status500InternalServerError => "server_error",
        _ => "invalid_request_error",
    };

    public static string? CodeOf(Fault fault) => fault.Code ?? fault switch
    {
        { Status: StatusCodes.Status429TooManyRequests } => "rate_limit_exceeded",
        { Status: StatusCodes.Status404NotFound } => "model_not_found",
        { AwsCode: "AccessDeniedException" } => "model_not_found",
        { AwsCode: "ValidationException" } when SaysTooLong(fault.Message) => "context_length_exceeded",
        _ => null,
    };

    private static bool SaysTooLong(string message) =>
        Array.Exists(TooLong, words => message.Contains(words, StringComparison.OrdinalIgnoreCase));
}
