using System.Buffers;
using System.Text.Json;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Errors;

/// <summary>Failures as the gateway's own routes tell them: the envelope with <c>success: false</c>.</summary>
internal sealed class GatewayDialect : IErrorDialect
{
    public static readonly GatewayDialect Instance = new();

    public Task AnswerAsync(HttpContext http, Fault fault) =>
        ErrorReply.Of(fault.Status, fault.Message).ExecuteAsync(http);

    public void WriteEvent(IBufferWriter<byte> output, HttpContext http, Fault fault)
    {
        output.Write("event: error\ndata: "u8);
        using (var json = new Utf8JsonWriter(output))
        {
            JsonSerializer.Serialize(
                json, new(fault.Status, Success: false, fault.Message), RepliesJsonContext.Wire.ErrorReply);
        }

        output.Write("\n\n"u8);
    }
}
