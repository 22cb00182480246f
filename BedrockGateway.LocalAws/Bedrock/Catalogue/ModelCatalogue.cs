using System.Text.Json;

namespace BedrockGateway.LocalAws.Bedrock.Catalogue;

/// <summary>The foundation models and system inference profiles of the emulated region.</summary>
/// <remarks>
/// Data of <c>models.json</c>, read on first use. Profiles of every geography are there whatever the region is, so that
/// the ids of a deployment elsewhere work unchanged.
/// </remarks>
internal sealed class ModelCatalogue(LocalAwsOptions options)
{
    private readonly Lazy<Content> _content = new(() => Read(options));

    /// <summary>Every model, in the catalogue's order.</summary>
    public IReadOnlyList<FoundationModel> Models => _content.Value.Models;

    /// <summary>Every system inference profile, by model and geography.</summary>
    public IReadOnlyList<InferenceProfile> Profiles => _content.Value.Profiles;

    /// <summary>Day of the catalogue.</summary>
    public DateTimeOffset Updated => _content.Value.Updated;

    public FoundationModel? FindModel(string id) => _content.Value.ModelsById.GetValueOrDefault(id);

    public InferenceProfile? FindProfile(string id) => _content.Value.ProfilesById.GetValueOrDefault(id);

    private static Content Read(LocalAwsOptions options)
    {
        using var stream = typeof(ModelCatalogue).Assembly.GetManifestResourceStream("Bedrock.models.json")
            ?? throw new InvalidOperationException("The model catalogue is not embedded.");
        var file = JsonSerializer.Deserialize(stream, CatalogueJsonContext.Default.CatalogueFile)
            ?? throw new InvalidOperationException("The model catalogue is empty.");
        var profiles = file.Models
            .SelectMany(model => (model.Profiles ?? []).Select(prefix =>
                InferenceProfile.OfSystem(prefix, file.Geographies[prefix], model, file.Updated, options)))
            .ToArray();
        return new(
            file.Updated,
            file.Models,
            profiles,
            file.Models.ToDictionary(model => model.Id, StringComparer.Ordinal),
            profiles.ToDictionary(profile => profile.Id, StringComparer.Ordinal));
    }

    private sealed record Content(
        DateTimeOffset Updated,
        FoundationModel[] Models,
        InferenceProfile[] Profiles,
        Dictionary<string, FoundationModel> ModelsById,
        Dictionary<string, InferenceProfile> ProfilesById);
}
