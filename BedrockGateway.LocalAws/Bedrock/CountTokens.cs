using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Catalogue;
using BedrockGateway.LocalAws.Bedrock.Conversations;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Families.Anthropic;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock;

/// <summary>
/// Bedrock Runtime <c>CountTokens</c>: what a request would be charged as input, by <see cref="TokenText"/>.
/// </summary>
/// <remarks>
/// Only the families that Bedrock counts for: Anthropic Messages. A profile-only model is named by its plain id.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html
/// </remarks>
internal static class CountTokens
{
    /// <exception cref="AwsFault">
    /// <c>ValidationException</c>: the model does not count tokens, or the input is not valid for it.
    /// </exception>
    public static async Task HandleAsync(
        RestCall call, ModelResolver resolver, ModelFamilies families, CancellationToken cancellationToken)
    {
        var model = resolver.ResolveModel(call.Path("modelId"));
        if (families.Of(model) is not AnthropicMessages family)
        {
            throw new AwsFault("ValidationException", "The provided model doesn't support counting tokens.");
        }

        var request = await ModelCalls.ReadAsync(call, model, ModelBody.ParseMembers, cancellationToken);
        var prompt = Read(request.Body, family, model);
        await call.ReplyAsync(
            HttpStatusCode.OK,
            new(PromptMeter.Measure(prompt).Tokens),
            BedrockJsonContext.Default.CountTokensResponse,
            cancellationToken);
    }

    private static Prompt Read(JsonObject request, AnthropicMessages family, FoundationModel model) =>
        (ModelBody.TextOf(request.At("input/invokeModel/body")), request.At("input/converse")) switch
        {
            ({ } body, null) => family.Read(ModelBody.Parse(BytesOf(body))),
            (null, JsonObject conversation) => Read(conversation, model),
            _ => throw new AwsFault(
                "ValidationException",
                "The input must hold either the body of InvokeModel or the messages of Converse."),
        };

    private static Prompt Read(JsonObject conversation, FoundationModel model)
    {
        ConverseShape.Check(conversation);
        var prompt = ConversePrompt.Read(conversation);
        ConverseRules.Check(prompt, model, isStreamed: false);
        return prompt;
    }

    private static ReadOnlyMemory<byte> BytesOf(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length)
            ? bytes.AsMemory(0, length)
            : throw new AwsFault("SerializationException", "The body is no base64.");
    }

    internal sealed record Response(int InputTokens);
}
