using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Catalogue;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Bedrock.Replies;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock;

/// <summary>What the calls of models have in common: finding the model, reading the body, asking for the reply.</summary>
internal sealed class ModelCalls(
    ModelResolver resolver, ModelFamilies families, IReplySource replies, TimeProvider clock)
{
    private const int LargestBodyBytes = 25_000_000;

    private static readonly string[] Echoed =
        ["X-Amzn-Bedrock-PerformanceConfig-Latency", "X-Amzn-Bedrock-Service-Tier"];

    public TimeProvider Clock => clock;

    /// <summary>The model of the call and its family.</summary>
    /// <exception cref="AwsFault">
    /// <c>ValidationException</c>: the guardrail or the model is none, or needs a profile. <c>NotImplemented</c>: its
    /// replies are not emulated.
    /// </exception>
    public (FoundationModel Model, IModelFamily Family) Find(RestCall call)
    {
        if (call.Http.Request.Headers.ContainsKey("X-Amzn-Bedrock-GuardrailIdentifier"))
        {
            throw NoGuardrail();
        }

        var model = resolver.ResolveForInvocation(call.Path("modelId"));
        return (model, families.Of(model));
    }

    /// <summary>The fault for a guardrail that is named: there are none.</summary>
    public static AwsFault NoGuardrail() => new(
        "ValidationException", "The guardrail identifier or version provided in the request does not exist.");

    /// <summary>The fault for streaming what does not.</summary>
    public static AwsFault NotStreamed() => new("ValidationException", "The model is unsupported for streaming.");

    /// <exception cref="AwsFault"><c>ValidationException</c>: the body exceeds 25,000,000 bytes, or is no JSON.</exception>
    public static async ValueTask<ModelRequest> ReadAsync(
        RestCall call,
        FoundationModel model,
        Func<ReadOnlyMemory<byte>, JsonObject> parse,
        CancellationToken cancellationToken)
    {
        var isTooLong = call.Http.Request.ContentLength > LargestBodyBytes;
        var bytes = isTooLong ? default : await call.Call.ReadBodyAsync(cancellationToken);
        return !isTooLong && bytes.Length <= LargestBodyBytes
            ? new(model, parse(bytes), Convert.ToHexStringLower(SHA256.HashData(bytes.Span)))
            : throw new AwsFault(
                "ValidationException",
                "1 validation error detected: Value at 'body' failed to satisfy constraint: "
                + $"Member must have length less than or equal to {LargestBodyBytes}");
    }

    /// <inheritdoc cref="IReplySource.AnswerAsync"/>
    public Task<Reply> AnswerAsync(ModelRequest request, Prompt prompt, CancellationToken cancellationToken) =>
        replies.AnswerAsync(request, prompt, cancellationToken);

    /// <inheritdoc cref="IReplySource.StreamAsync"/>
    public IAsyncEnumerable<ReplyEvent> StreamAsync(
        ModelRequest request, Prompt prompt, CancellationToken cancellationToken) =>
        replies.StreamAsync(request, prompt, cancellationToken);

    /// <summary>Performance and service tier of the request, which change nothing, as headers of the reply.</summary>
    public static void Echo(HttpContext http)
    {
        foreach (var name in Echoed.Where(http.Request.Headers.ContainsKey))
        {
            http.Response.Headers[name] = http.Request.Headers[name];
        }
    }
}
