using BedrockGateway.Api.Models;

namespace BedrockGateway.Api.Anthropic;

/// <summary>The models that speak this dialect themselves: Claude from version 3 on.</summary>
internal static class ClaudeModels
{
    private const string Prefix = "anthropic.claude-";

    /// <param name="modelId">Id or ARN of a model or an inference profile.</param>
    public static bool Include(string modelId) =>
        ModelId.ProviderOf(modelId, provider => provider is "anthropic") is not null
        && !modelId.Contains(Prefix + "v", StringComparison.Ordinal)
        && !modelId.Contains(Prefix + "instant", StringComparison.Ordinal);

    /// <summary>The model behind a profile: CountTokens takes no profiles.</summary>
    // arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-sonnet-4-6
    public static string BaseOf(string modelId) =>
        Include(modelId) && modelId.IndexOf(Prefix, StringComparison.Ordinal) is > 0 and var start
            ? modelId[start..]
            : modelId;
}
