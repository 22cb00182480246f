using System.Text.Json.Serialization;

namespace BedrockGateway.Api.Models;

/// <summary>What GET /bedrock answers.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Success">Whether it worked.</param>
/// <param name="Message">What happened, for people.</param>
/// <param name="Data">Id and name of each model.</param>
/// <param name="FoundationModels">Everything that Bedrock says of each model, under Bedrock's names.</param>
/// <param name="InferenceProfiles">The profiles that lead to models, under Bedrock's names.</param>
internal sealed record ModelList(
    int Status,
    bool Success,
    string Message,
    IReadOnlyList<ModelName> Data,
    IReadOnlyList<ModelSummary> FoundationModels,
    IReadOnlyList<ProfileSummary> InferenceProfiles);

/// <summary>Id and name of a model.</summary>
internal sealed record ModelName(string ModelId, [property: JsonPropertyName("modelName")] string? Name);
