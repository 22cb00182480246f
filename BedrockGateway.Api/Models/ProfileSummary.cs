using Amazon.Bedrock.Model;

namespace BedrockGateway.Api.Models;

/// <summary>Bedrock's summary of an inference profile, under its wire names.</summary>
internal sealed record ProfileSummary(
    string? InferenceProfileArn,
    string? InferenceProfileId,
    string? InferenceProfileName,
    string? Description,
    string? Status,
    string? Type,
    IReadOnlyList<ProfileModel> Models)
{
    public static ProfileSummary From(InferenceProfileSummary profile) => new(
        profile.InferenceProfileArn,
        profile.InferenceProfileId,
        profile.InferenceProfileName,
        profile.Description,
        profile.Status?.Value,
        profile.Type?.Value,
        [.. (profile.Models ?? []).Select(model => new ProfileModel(model.ModelArn))]);
}

/// <summary>A model that a profile leads to.</summary>
internal sealed record ProfileModel(string? ModelArn);
