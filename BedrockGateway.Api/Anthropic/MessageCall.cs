using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Converse;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Anthropic;

/// <summary>One request of this dialect on its way to a model.</summary>
internal sealed class MessageCall(HttpContext http, MessagesRequest request, CallDefaults defaults)
{
    /// <summary>What the client sees of the reply to the last attempt.</summary>
    public FormattedAnswer Answer { get; private set; } = new(isForced: false);

    /// <summary>Asks the model; again without what it does not know, where it refuses the request for that.</summary>
    public Task<ModelExchange> OpenAsync(ModelCalls calls, string model) => Concessions.OpenAsync(
        http,
        calls,
        dropped => new(model, "chat", request.Body, id => MessagesRequest.Checked(() => CallOf(id, dropped))));

    private BedrockCall CallOf(string modelId, Concessions dropped)
    {
        var guardrail = defaults.GuardrailOf(http);
        if (!ClaudeModels.Include(modelId))
        {
            var traits = ModelTraits.Of(modelId);
            var asked = ConverseReader.Read(request, modelId);
            Answer = new(asked.ForcesFormat(traits));
            return new(
                modelId,
                request.IsStreamed ? BedrockOperation.ConverseStream : BedrockOperation.Converse,
                asked.Fit(traits, dropped).ToBytes(http, guardrail));
        }

        List<KeyValuePair<string, string>> headers = [];
        CallDefaults.AddHeaders(headers, guardrail);
        return new(
            modelId,
            request.IsStreamed ? BedrockOperation.InvokeModelWithResponseStream : BedrockOperation.InvokeModel,
            ClaudeBody.Of(request, dropped))
        {
            Headers = headers,
        };
    }
}
