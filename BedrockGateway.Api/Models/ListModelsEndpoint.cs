using Amazon.Bedrock.Model;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Plans;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Models;

/// <summary>GET /bedrock: the region's models and inference profiles, as far as they may be called.</summary>
internal static class ListModelsEndpoint
{
    /// <param name="http">The request.</param>
    /// <param name="models">All models.</param>
    /// <param name="profiles">All profiles.</param>
    /// <param name="rights">Which may be called, and by whom.</param>
    /// <param name="provider">Only models of this provider, such as <c>Anthropic</c>, in any case.</param>
    /// <param name="modality">Only models that write this: <c>text</c>, <c>image</c>, <c>embedding</c>.</param>
    /// <param name="streaming">Only models that stream (<c>true</c>), or do not (<c>false</c>).</param>
    public static async Task<Reply<ModelList>> HandleAsync(
        HttpContext http,
        FoundationModels models,
        InferenceProfiles profiles,
        ModelRights rights,
        string? provider,
        string? modality,
        bool? streaming)
    {
        var caller = http.User();
        var listed = models.ListAsync(http.RequestAborted);
        var usable = (await profiles.ListAsync(http.RequestAborted))
            .Where(profile => rights.Allows(caller, profile.InferenceProfileId ?? ""));
        var found = (await listed)
            .Where(model => rights.Lists(caller, model.ModelId ?? "") && Fits(model, provider, modality, streaming))
            .Select(ModelSummary.From)
            .ToList();
        var isFiltered = provider is not null || modality is not null || streaming is not null;
        var arns = found.Select(model => model.ModelArn).ToHashSet();
        return new(
            StatusCodes.Status200OK,
            new(
                StatusCodes.Status200OK,
                Success: true,
                "Successfully retrieved foundation models list.",
                found.ConvertAll(model => new ModelName(model.ModelId ?? "", model.ModelName)),
                found,
                [
                    .. usable
                        .Where(profile => !isFiltered || (profile.Models ?? []).Exists(model => IsOneOf(arns, model)))
                        .Select(ProfileSummary.From),
                ]),
            ModelsJsonContext.Wire.ModelList);
    }

    private static bool Fits(FoundationModelSummary model, string? provider, string? modality, bool? streaming) =>
        (provider is null || string.Equals(model.ProviderName, provider, StringComparison.OrdinalIgnoreCase))
        && (modality is null || (model.OutputModalities ?? []).Contains(modality, StringComparer.OrdinalIgnoreCase))
        && (streaming is null || (model.ResponseStreamingSupported ?? false) == streaming);

    // A profile names its models in every region that it spans.
    private static bool IsOneOf(HashSet<string?> arns, InferenceProfileModel model)
    {
        var id = model.ModelArn?.Split('/', 2)[^1];
        return arns.Any(arn => arn?.Split('/', 2)[^1] == id);
    }
}
