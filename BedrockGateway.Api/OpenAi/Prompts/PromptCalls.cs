using System.Text.Json;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.OpenAi.Replies;
using BedrockGateway.Api.Telemetry;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.OpenAi.Prompts;

/// <summary>Asks models what a prompt says.</summary>
internal sealed class PromptCalls(ModelCalls calls, CallDefaults defaults, ContentCapture capture)
{
    /// <returns>The reply as soon as it begins.</returns>
    public Task<ModelExchange> OpenAsync(HttpContext http, Prompt prompt, ReadOnlyMemory<byte> content)
    {
        var guardrail = defaults.GuardrailOf(http);
        var operation = prompt.IsStreamed ? BedrockOperation.ConverseStream : BedrockOperation.Converse;
        return calls.OpenAsync(http, new(prompt.Model, "chat", content, modelId =>
        {
            var request = prompt.ToConverse(ModelTraits.Of(modelId));
            request.Guardrail = guardrail;
            return new(modelId, operation, request.ToBody(http));
        }));
    }

    /// <summary>How the client sees what the model answers.</summary>
    public ReplyView ViewOf(Prompt prompt, ModelExchange exchange) =>
        new(prompt, exchange.ModelId, capture.IsEnabled);

    /// <summary>Reads a reply that is no stream.</summary>
    /// <exception cref="IOException">It is no reply of Converse's.</exception>
    public async Task<WholeReply> ReadAsync(HttpContext http, Prompt prompt, ModelExchange exchange)
    {
        var bytes = await exchange.ReadAsync(http.RequestAborted);
        try
        {
            var body = JsonElement.Parse(bytes.Span, new() { MaxDepth = Wire.JsonObjectEdit.Options.MaxDepth });
            var reply = WholeReply.Read(body, ViewOf(prompt, exchange));
            exchange.Finish(body);
            return reply;
        }
        catch (JsonException fault)
        {
            exchange.Fail(CallFailure.NotJson);
            throw new IOException("The model's reply is not JSON.", fault);
        }
    }
}
