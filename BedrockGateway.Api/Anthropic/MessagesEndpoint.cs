using System.Text.Json;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Converse;
using BedrockGateway.Api.Errors;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Telemetry;
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
        await using var exchange = await new MessageCall(http, request, defaults).OpenAsync(calls, model);
        var isClaude = ClaudeModels.Include(exchange.ModelId);
        if (request.IsStreamed)
        {
            IEventTranslator events = isClaude ? new ClaudeEvents() : new MessageEvents(exchange, StopsOf(request));
            await StreamedReply.RunAsync(
                http, exchange, capture.IsEnabled ? new CapturedEvents(exchange, events) : events);
            return;
        }

        var reply = await ReadAsync(http, exchange);
        if (capture.IsEnabled && !isClaude)
        {
            exchange.Text = TextOf(reply.Json);
        }

        var body = isClaude ? reply.Bytes : new MessageReply(exchange, StopsOf(request)).Write(reply.Json);
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

    private static string TextOf(JsonElement reply) => string.Concat(ConverseEvent.ReadAll(reply)
        .Where(said => said.Kind is ConverseEventKind.Text)
        .Select(said => said.Text));

    private static List<string> StopsOf(MessagesRequest request) =>
        [.. request.Root.Find("stop_sequences")?.Items().Select(stop => stop.ToText()) ?? []];
}
