using System.Net;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.Bedrock.Catalogue;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock;

/// <summary>
/// Bedrock <c>ListFoundationModels</c>: the whole catalogue, or the part of it that fits every filter.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListFoundationModels.html</remarks>
internal static partial class ListFoundationModels
{
    /// <exception cref="AwsFault">
    /// <c>ValidationException</c>: a filter has a value that Bedrock does not know.
    /// </exception>
    public static Task HandleAsync(
        RestCall call, ModelCatalogue catalogue, LocalAwsOptions options, CancellationToken cancellationToken)
    {
        var provider = call.Query("byProvider");
        var customization = call.Query("byCustomizationType");
        var output = call.Query("byOutputModality");
        var inference = call.Query("byInferenceType");
        Check(provider, customization, output, inference);

        var models = catalogue.Models
            .Where(model => provider is null || model.Provider.Equals(provider, StringComparison.OrdinalIgnoreCase))
            .Where(model => customization is null || model.Customizations?.Contains(customization) is true)
            .Where(model => output is null || model.Output.Contains(output))
            .Where(model => inference is null || model.InferenceTypes.Contains(inference))
            .Select(model => ModelDescription.Of(model, options.Region));
        return call.ReplyAsync(
            HttpStatusCode.OK,
            new([.. models]),
            BedrockJsonContext.Default.ListFoundationModelsResponse,
            cancellationToken);
    }

    private static void Check(string? provider, string? customization, string? output, string? inference)
    {
        var constraints = new Constraints()
            .OneOf("byCustomizationType", customization, "FINE_TUNING", "CONTINUED_PRE_TRAINING", "DISTILLATION")
            .OneOf("byOutputModality", output, "TEXT", "IMAGE", "EMBEDDING")
            .OneOf("byInferenceType", inference, "ON_DEMAND", "PROVISIONED");
        if (provider is not null && !ProviderName().IsMatch(provider))
        {
            constraints.Violated(
                "byProvider", provider, "Member must satisfy regular expression pattern: [A-Za-z0-9- ]{1,63}");
        }

        constraints.Check();
    }

    [GeneratedRegex(@"\A[A-Za-z0-9 -]{1,63}\z")]
    private static partial Regex ProviderName();

    internal sealed record Response(IReadOnlyList<ModelDescription> ModelSummaries);
}
