using System.Collections.Concurrent;

namespace BedrockGateway.Api.Calls;

/// <summary>Which inference profile serves a model that cannot be called by its own id.</summary>
/// <remarks>
/// It is found when Bedrock first refuses such a model, and remembered: what can be called by its id costs nothing.
/// </remarks>
internal sealed class ProfileRoutes(InferenceProfiles profiles)
{
    private readonly ConcurrentDictionary<string, string> _routes = new(StringComparer.Ordinal);

    /// <summary>The id to call for a model: its profile where one is known to be needed.</summary>
    public string Of(string modelId) => _routes.GetValueOrDefault(modelId, modelId);

    /// <summary>Finds the profile of the region's geography, else the global one.</summary>
    /// <returns><see langword="null"/> where no profile of this region serves the model.</returns>
    public async Task<string?> LearnAsync(string modelId, CancellationToken cancellationToken)
    {
        var ending = "." + modelId;
        var ids = (await profiles.ListAsync(cancellationToken))
            .Select(profile => profile.InferenceProfileId ?? "")
            .Where(id => id.EndsWith(ending, StringComparison.Ordinal))
            .ToList();
        var found = ids.Find(id => !id.StartsWith("global.", StringComparison.Ordinal)) ?? ids.FirstOrDefault();
        if (found is not null)
        {
            _routes[modelId] = found;
        }

        return found;
    }
}
