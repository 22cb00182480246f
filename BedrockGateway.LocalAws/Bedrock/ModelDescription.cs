using BedrockGateway.LocalAws.Bedrock.Catalogue;

namespace BedrockGateway.LocalAws.Bedrock;

/// <summary>
/// A model as the control plane describes it (<c>FoundationModelSummary</c> and <c>...Details</c> are alike).
/// </summary>
internal sealed record ModelDescription(
    string ModelArn,
    string ModelId,
    string ModelName,
    string ProviderName,
    IReadOnlyList<string> InputModalities,
    IReadOnlyList<string> OutputModalities,
    bool ResponseStreamingSupported,
    IReadOnlyList<string> CustomizationsSupported,
    IReadOnlyList<string> InferenceTypesSupported,
    ModelLifecycle ModelLifecycle)
{
    public static ModelDescription Of(FoundationModel model, string region) => new(
        model.ArnIn(region),
        model.Id,
        model.Name,
        model.Provider,
        model.Input,
        model.Output,
        model.Streaming,
        model.Customizations ?? [],
        model.InferenceTypes,
        new(model.Lifecycle));
}

/// <summary><c>ACTIVE</c> or <c>LEGACY</c>; the dates of the change are not kept.</summary>
internal sealed record ModelLifecycle(string Status);
