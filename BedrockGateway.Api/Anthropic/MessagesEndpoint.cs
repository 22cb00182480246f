using System.Text.Json;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Errors;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Telemetry;
using BedrockGateway.Api.Upstream;
using BedrockGateway.Api.Wire;

namespace BedrockGateway.Api.Anthropic;

/// <summary>POST /v1/messages: Anthropic's Messages API, for every model that Bedrock can talk to.</summary>
/// <remarks>
/// Claude reads what the client sent, byte for byte; for other models it is translated to Converse, and back.
/// </remarks>
internal static class MessagesEndpoint
{
    public static async Task HandleAsync(
        HttpContext http, ModelCalls calls, CallDefaults defaults, ClaudeNames names, ContentCapture capture)
    {
        http.Response.Headers[AnthropicDialect.RequestIdHeader] = RequestId.Of(http);
        using var request = await MessagesRequest.ReadAsync(http.Request, http.RequestAborted);
        var model = await names.ResolveAsync(request.Model, http.RequestAborted);
        var call = new MessageCall(http, request, defaults);
        await using var exchange = await call.OpenAsync(calls, model);
        var isClaude = ClaudeModels.Include(exchange.ModelId);
        if (request.IsStreamed)
        {
            IEventTranslator events = isClaude
                ? new ClaudeEvents()
                : new MessageEvents(exchange, call.Answer, StopsOf(request));
            await StreamedReply.RunAsync(
                http, exchange, capture.IsEnabled ? new CapturedEvents(exchange, events) : events);
            return;
        }

        var (bytes, reply) = await ReadAsync(http, exchange);
        var body = bytes;
        if (!isClaude)
        {
            var message = new MessageReply(exchange, call.Answer, StopsOf(request)) { KeepsText = capture.IsEnabled };
            body = Translate(exchange, message, reply);
        }

        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>Reads a whole reply.</summary>
    /// <exception cref="RequestFault">502: it is no JSON.</exception>
    public static async Task<(ReadOnlyMemory<byte> Bytes, JsonElement Json)> ReadAsync(
        HttpContext http, ModelExchange exchange)
    {
        var bytes = await exchange.ReadAsync(http.RequestAborted);
        try
        {
            var reader = new Utf8JsonReader(bytes.Span, JsonObjectEdit.Options);
            var json = JsonElement.ParseValue(ref reader);
            exchange.Finish(json);
            return (bytes, json);
        }
        catch (JsonException)
        {
            exchange.Fail(CallFailure.NotJson);
            throw new RequestFault(StatusCodes.Status502BadGateway, "The model's reply is not JSON.");
        }
    }

    private static ReadOnlyMemory<byte> Translate(ModelExchange exchange, MessageReply message, JsonElement reply)
    {
        try
        {
            var body = message.Write(reply);
            exchange.Text = message.Text;
            return body;
        }
        catch (BedrockFault fault)
        {
            exchange.Fail(fault);
            throw;
        }
    }

    private static List<string> StopsOf(MessagesRequest request) =>
        [.. request.Root.Find("stop_sequences")?.Items().Select(stop => stop.ToText()) ?? []];
}
