using System.Text.Json;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Errors;
using BedrockGateway.Api.Telemetry;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.OpenAi.Embeddings;

/// <summary>Asks for embeddings: as many texts to a call as the model takes, several calls at a time.</summary>
internal sealed class EmbeddingCalls(ModelCalls calls, ModelAliases aliases, CallDefaults defaults)
{
    private const int CallsAtOnce = 8;

    /// <summary>Finds the family of a model; of an alias's models, that which takes the fewest texts.</summary>
    /// <exception cref="RequestFault">400: it makes no embeddings.</exception>
    public EmbeddingFamily FamilyOf(string model) =>
        aliases.Resolve(model).Select(EmbeddingFamily.Of).OrderBy(family => family.Batch).First();

    /// <returns>The vectors in the order of their texts, and the texts' tokens.</returns>
    public async Task<(float[][] Vectors, int Tokens)> EmbedAsync(
        HttpContext http, EmbeddingRequest request, ReadOnlyMemory<byte> content)
    {
        var guardrail = defaults.GuardrailOf(http);
        string[][] batches = [.. request.Texts.Chunk(FamilyOf(request.Model).Batch)];
        var replies = new (float[][] Vectors, int Tokens)[batches.Length];
        var limits = new ParallelOptions
        {
            MaxDegreeOfParallelism = CallsAtOnce,
            CancellationToken = http.RequestAborted,
        };
        await Parallel.ForAsync(0, batches.Length, limits, async (index, cancellationToken) =>
        {
            var ask = AskOf(request, batches[index], guardrail, content);
            replies[index] = await EmbedAsync(http, ask, batches[index].Length, cancellationToken);
        });
        return ([.. replies.SelectMany(reply => reply.Vectors)], replies.Sum(reply => reply.Tokens));
    }

    private static ModelAsk AskOf(
        EmbeddingRequest request,
        string[] texts,
        (string Id, string Version)? guardrail,
        ReadOnlyMemory<byte> content)
    {
        List<KeyValuePair<string, string>> headers = [];
        CallDefaults.AddHeaders(headers, guardrail);
        return new(request.Model, "embeddings", content, modelId => new(
            modelId,
            BedrockOperation.InvokeModel,
            EmbeddingFamily.Of(modelId).ToBody(texts, request))
        {
            Headers = headers,
        });
    }

    private async Task<(float[][] Vectors, int Tokens)> EmbedAsync(
        HttpContext http, ModelAsk ask, int count, CancellationToken cancellationToken)
    {
        await using var exchange = await calls.OpenAsync(http, ask);
        var bytes = await exchange.ReadAsync(cancellationToken);
        try
        {
            var reply = JsonElement.Parse(bytes.Span);
            var vectors = EmbeddingFamily.Of(exchange.ModelId).Read(reply, count);
            exchange.Finish(reply);
            return (vectors, exchange.Tokens.Input ?? 0);
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
