using System.Text.Json.Serialization;
using BedrockGateway.LocalAws.Bedrock.Catalogue;

namespace BedrockGateway.LocalAws.Bedrock;

/// <summary>An inference profile as the control plane describes it.</summary>
internal sealed record ProfileDescription(
    string InferenceProfileName,
    string? Description,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string InferenceProfileArn,
    IReadOnlyList<ProfileModel> Models,
    string InferenceProfileId,
    string Status,
    [property: JsonPropertyName("type")] string ProfileType)
{
    public static ProfileDescription Of(InferenceProfile profile) => new(
        profile.Name,
        profile.Description,
        profile.Created,
        profile.Created,
        profile.Arn,
        [.. profile.ModelArns.Select(arn => new ProfileModel(arn))],
        profile.Id,
        "ACTIVE",
        profile.Type);
}

/// <summary>A model in one of the regions that a profile routes to.</summary>
internal sealed record ProfileModel(string ModelArn);
