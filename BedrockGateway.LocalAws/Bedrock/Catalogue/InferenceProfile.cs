namespace BedrockGateway.LocalAws.Bedrock.Catalogue;

/// <summary>An inference profile: a name under which a model is called in one or more regions.</summary>
/// <param name="Id">Prefix and model id, or the twelve characters of an application's own profile.</param>
/// <param name="Name">Name as people read it.</param>
/// <param name="Description">Where it routes to, or what its creator said.</param>
/// <param name="Arn">ARN in the emulator's region and account.</param>
/// <param name="ModelArns">The model in each region, one to five.</param>
/// <param name="Type"><see cref="SystemDefined"/> or <see cref="Application"/>.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Model">What answers.</param>
internal sealed record InferenceProfile(
    string Id,
    string Name,
    string? Description,
    string Arn,
    IReadOnlyList<string> ModelArns,
    string Type,
    DateTimeOffset Created,
    FoundationModel Model)
{
    public const string SystemDefined = "SYSTEM_DEFINED";

    public const string Application = "APPLICATION";

    public static InferenceProfile OfSystem(
        string prefix, Geography geography, FoundationModel model, DateTimeOffset created, LocalAwsOptions options)
    {
        var name = model.Name.StartsWith(model.Provider, StringComparison.Ordinal) || model.Provider == "Amazon"
            ? model.Name
            : $"{model.Provider} {model.Name}";
        var id = $"{prefix}.{model.Id}";
        return new(
            id,
            $"{geography.Name} {name}",
            $"Routes requests to {name} {Places(geography)}.",
            $"arn:aws:bedrock:{options.Region}:{options.AccountId}:inference-profile/{id}",
            [.. geography.Regions.Select(model.ArnIn)],
            SystemDefined,
            created,
            model);
    }

    private static string Places(Geography geography) => geography.Regions switch
    {
        [""] => "globally across all supported AWS Regions",
        [.. var others, var last] when others.Length > 0 => $"in {string.Join(", ", others)} and {last}",
        var regions => $"in {string.Join(", ", regions)}",
    };
}
