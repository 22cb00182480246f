using System.Buffers;
using System.Text.Json;
using BedrockGateway.Api.Errors;
using BedrockGateway.Api.OpenAi.Replies;

namespace BedrockGateway.Api.OpenAi.Responses;

/// <summary>Failures of POST /v1/responses, whose streams have events of their own for them.</summary>
internal sealed class ResponsesDialect : IErrorDialect
{
    public static readonly ResponsesDialect Instance = new();

    public Task AnswerAsync(HttpContext http, Fault fault) => OpenAiDialect.Instance.AnswerAsync(http, fault);

    /// <summary>
    /// Says what went wrong in an event <c>error</c>, which clients throw, and in the response, which others read.
    /// </summary>
    public void WriteEvent(IBufferWriter<byte> output, HttpContext http, Fault fault)
    {
        var events = http.Features.Get<ResponseEvents>();
        var sequence = events?.Sequence ?? 0;
        Write(output, "error", sequence, json =>
        {
            json.WriteString("code", CodeOf(fault));
            json.WriteString("message", fault.Message);
            json.WriteString("param", fault.Parameter);
            OpenAiDialect.WriteError(json, fault);
        });
        if (events is not null)
        {
            events.State.Error = (CodeOf(fault), fault.Message);
            Write(output, "response.failed", sequence + 1, json =>
            {
                json.WriteStartObject("response");
                events.State.WriteTo(json, tokens: null);
                json.WriteEndObject();
            });
        }
    }

    private static string CodeOf(Fault fault) => OpenAiDialect.CodeOf(fault) ?? OpenAiDialect.TypeOf(fault.Status);

    private static void Write(IBufferWriter<byte> output, string type, int sequence, Action<Utf8JsonWriter> write)
    {
        output.Write("event: "u8);
        output.Write(System.Text.Encoding.ASCII.GetBytes(type));
        output.Write("\ndata: "u8);
        output.Write(JsonReply.ToBytes(json =>
        {
            json.WriteString("type", type);
            json.WriteNumber("sequence_number", sequence);
            write(json);
        }).Span);
        output.Write("\n\n"u8);
    }
}
