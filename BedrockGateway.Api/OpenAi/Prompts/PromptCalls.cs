using System.Text.Json;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Converse;
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
        return Concessions.OpenAsync(http, calls, dropped => new(prompt.Model, "chat", content, modelId => new(
            modelId,
            operation,
            prompt.Request.Fit(ModelTraits.Of(modelId), dropped).ToBytes(http, guardrail))));
    }

    /// <summary>How the client sees what the model answers.</summary>
    public ReplyView ViewOf(Prompt prompt, ModelExchange exchange) =>
        new(prompt, exchange.ModelId, capture.IsEnabled);

    /// <summary>Reads a reply that is no stream.</summary>
    /// <exception cref="BedrockFault">502: it is no reply of Converse's.</exception>
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
        catch (JsonException)
        {
            exchange.Fail(CallFailure.NotJson);
            throw ReplyFault.Unreadable();
        }
        catch (BedrockFault fault)
        {
            exchange.Fail(fault);
            throw;
        }
    }
}
