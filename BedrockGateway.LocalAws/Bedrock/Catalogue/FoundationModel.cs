namespace BedrockGateway.LocalAws.Bedrock.Catalogue;

/// <summary>A model of the catalogue, in the catalogue's own words.</summary>
/// <param name="Id">Bedrock's model id, such as <c>anthropic.claude-sonnet-4-6</c>.</param>
/// <param name="Name">Name as people read it, such as <c>Claude Sonnet 4.6</c>.</param>
/// <param name="Provider">Provider as <c>ListFoundationModels</c> names it.</param>
/// <param name="Family">
/// <see cref="Families.IModelFamily"/> that answers, by name; <see langword="null"/> for none.
/// </param>
/// <param name="Input">Input modalities.</param>
/// <param name="Output">Output modalities.</param>
/// <param name="Streaming">Whether Bedrock streams its replies.</param>
/// <param name="InferenceTypes">
/// <c>ON_DEMAND</c>, <c>PROVISIONED</c> or <c>INFERENCE_PROFILE</c>; without the first a call needs a profile.
/// </param>
/// <param name="Profiles">Geographies that have a system inference profile for the model.</param>
/// <param name="Lifecycle"><c>ACTIVE</c> or <c>LEGACY</c>.</param>
/// <param name="Customizations">Kinds of customisation, none by default.</param>
/// <param name="Dimensions">Length of an embedding unless the request says otherwise; 0 for other models.</param>
/// <param name="MaxOutputTokens">
/// Most tokens that a request may ask for; <see langword="null"/> where Bedrock states none.
/// </param>
internal sealed record FoundationModel(
    string Id,
    string Name,
    string Provider,
    string? Family,
    string[] Input,
    string[] Output,
    bool Streaming,
    string[] InferenceTypes,
    string[]? Profiles = null,
    string Lifecycle = "ACTIVE",
    string[]? Customizations = null,
    int Dimensions = 0,
    int? MaxOutputTokens = null)
{
    /// <summary>Whether the plain id can be called.</summary>
    public bool IsOnDemand => InferenceTypes.Contains("ON_DEMAND");

    /// <summary>ARN of the model in a region; models belong to no account.</summary>
    public string ArnIn(string region) => $"arn:aws:bedrock:{region}::foundation-model/{Id}";
}

/// <summary>Where the system inference profiles of one prefix route to.</summary>
/// <param name="Name">First word of the profiles' names.</param>
/// <param name="Regions">Regions behind a profile; the empty string is the region-less ARN of <c>global</c>.</param>
internal sealed record Geography(string Name, string[] Regions);
