using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Anthropic;

/// <summary>One request of this dialect on its way to a model.</summary>
internal sealed class MessageCall(HttpContext http, MessagesRequest request, CallDefaults defaults)
{
    // Betas, the length, and a few fields that Bedrock names one after the other.
    private const int MaxConcessions = 6;

    private readonly Concessions _concessions = new();

    /// <summary>Asks the model; again without what it does not know, where it refuses the request for that.</summary>
    public async Task<ModelExchange> OpenAsync(ModelCalls calls, string model)
    {
        var ask = new ModelAsk(model, "chat", request.Body, id => MessagesRequest.Checked(() => CallOf(id)));
        for (var left = MaxConcessions; ; left--)
        {
            try
            {
                var exchange = await calls.OpenAsync(http, ask);
                _concessions.Tell(http.Response);
                return exchange;
            }
            catch (BedrockFault fault) when (left > 0 && _concessions.Accept(fault))
            {
                // The next attempt is another request.
            }
        }
    }

    private BedrockCall CallOf(string modelId)
    {
        if (!ClaudeModels.Include(modelId))
        {
            var body = ConverseBody.Of(http, request, modelId, defaults, _concessions).ToBody(http);
            return new(modelId, request.IsStreamed ? BedrockOperation.ConverseStream : BedrockOperation.Converse, body);
        }

        List<KeyValuePair<string, string>> headers = [];
        CallDefaults.AddHeaders(headers, defaults.GuardrailOf(http));
        return new(
            modelId,
            request.IsStreamed ? BedrockOperation.InvokeModelWithResponseStream : BedrockOperation.InvokeModel,
            ClaudeBody.Of(request, _concessions))
        {
            Headers = headers,
        };
    }
}
