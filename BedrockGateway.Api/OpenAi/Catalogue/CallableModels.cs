using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Plans;

namespace BedrockGateway.Api.OpenAi.Catalogue;

/// <summary>All names that models may be called by.</summary>
internal sealed class CallableModels(
    FoundationModels foundation, InferenceProfiles profiles, ModelAliases aliases, ModelRights rights)
{
    private const string OnDemand = "ON_DEMAND";
    private const string ByProfile = "INFERENCE_PROFILE";

    /// <summary>Foundation models, then profiles, then aliases.</summary>
    public async Task<IReadOnlyList<CallableModel>> ListAsync(
        Caller caller, CancellationToken cancellationToken)
    {
        var models = await foundation.ListAsync(cancellationToken);
        var routes = await profiles.ListAsync(cancellationToken);
        return
        [
            .. models.Where(model => IsCallable(caller, model, routes)).Select(Describe),
            .. routes.Select(profile => Describe(profile, models))
                .Where(profile => rights.Allows(caller, profile.Id)),
            .. aliases.All
                .Where(alias => Array.Exists(alias.Value, id => rights.Allows(caller, id)))
                .OrderBy(alias => alias.Key, StringComparer.Ordinal)
                .Select(alias => new CallableModel(alias.Key, Arn: null, Created: 0, OwnerOf(alias.Value[0], models))),
        ];
    }

    // A model that has only profiles is called by the region's one, if there is one.
    private bool IsCallable(
        Caller caller, FoundationModelSummary model, IReadOnlyList<InferenceProfileSummary> routes)
    {
        var ways = model.InferenceTypesSupported ?? [];
        return model.ModelId is { } id
            && rights.Allows(caller, id)
            && (ways.Contains(OnDemand) || (ways.Contains(ByProfile) && routes.Any(route => Serves(route, id))));
    }

    private static bool Serves(InferenceProfileSummary profile, string modelId) =>
        profile.InferenceProfileId?.EndsWith("." + modelId, StringComparison.Ordinal) is true;

    private static CallableModel Describe(FoundationModelSummary model) => new(
        model.ModelId!, model.ModelArn, SecondsOf(model.ModelLifecycle?.StartOfLifeTime), model.ProviderName ?? "");

    // An application's profile has no name but its ARN that says what it is.
    private static CallableModel Describe(
        InferenceProfileSummary profile, IReadOnlyList<FoundationModelSummary> models) => new(
        (profile.Type == InferenceProfileType.APPLICATION ? profile.InferenceProfileArn : profile.InferenceProfileId)
            ?? "",
        profile.InferenceProfileArn,
        SecondsOf(profile.CreatedAt),
        OwnerOf(profile.Models?.FirstOrDefault()?.ModelArn ?? profile.InferenceProfileId ?? "", models));

    private static string OwnerOf(string id, IReadOnlyList<FoundationModelSummary> models) =>
        models.FirstOrDefault(
            model => model.ModelId is { Length: > 0 } end && id.EndsWith(end, StringComparison.Ordinal))
            ?.ProviderName ?? "";

    private static long SecondsOf(DateTime? time) =>
        time is { } known ? new DateTimeOffset(known.ToUniversalTime()).ToUnixTimeSeconds() : 0;
}
