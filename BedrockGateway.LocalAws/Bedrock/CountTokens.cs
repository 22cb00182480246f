using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Catalogue;
using BedrockGateway.LocalAws.Bedrock.Families;
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

        var request = await call.ReadAsync(BedrockJsonContext.Default.CountTokensRequest, cancellationToken);
        await call.ReplyAsync(
            HttpStatusCode.OK,
            new(Count(request.Input, family)),
            BedrockJsonContext.Default.CountTokensResponse,
            cancellationToken);
    }

    private static int Count(Input? input, AnthropicMessages family) => input switch
    {
        { InvokeModel.Body: { } body, Converse: null } => family.Read(ModelBody.Parse(body)).Tokens,
        { Converse.Messages: { } turns, InvokeModel: null } =>
            Conversation.CountTokens(turns, input.Converse.System),
        _ => throw new AwsFault(
            "ValidationException", "The input must hold either the body of InvokeModel or the messages of Converse."),
    };

    internal sealed record Request(Input? Input);

    internal sealed record Input(InvokeModelInput? InvokeModel, ConverseInput? Converse);

    internal sealed record InvokeModelInput(byte[]? Body);

    internal sealed record ConverseInput(JsonArray? Messages, JsonArray? System);

    internal sealed record Response(int InputTokens);
}
