using System.Globalization;
using Amazon.Bedrock.Model;

namespace BedrockGateway.Api.Models;

/// <summary>Bedrock's summary of a model, under its wire names.</summary>
internal sealed record ModelSummary(
    string? ModelArn,
    string? ModelId,
    string? ModelName,
    string? ProviderName,
    IReadOnlyList<string> InputModalities,
    IReadOnlyList<string> OutputModalities,
    bool? ResponseStreamingSupported,
    IReadOnlyList<string> CustomizationsSupported,
    IReadOnlyList<string> InferenceTypesSupported,
    ModelLifecycle? ModelLifecycle)
{
    public static ModelSummary From(FoundationModelSummary model) => new(
        model.ModelArn,
        model.ModelId,
        model.ModelName,
        model.ProviderName,
        model.InputModalities ?? [],
        model.OutputModalities ?? [],
        model.ResponseStreamingSupported,
        model.CustomizationsSupported ?? [],
        model.InferenceTypesSupported ?? [],
        model.ModelLifecycle is { } lifecycle ? Models.ModelLifecycle.From(lifecycle) : null);
}

/// <summary>Where a model is in its life; times are ISO 8601 in UTC.</summary>
internal sealed record ModelLifecycle(
    string? Status,
    string? StartOfLifeTime,
    string? EndOfLifeTime,
    string? LegacyTime,
    string? PublicExtendedAccessTime)
{
    public static ModelLifecycle From(FoundationModelLifecycle lifecycle) => new(
        lifecycle.Status?.Value,
        Iso(lifecycle.StartOfLifeTime),
        Iso(lifecycle.EndOfLifeTime),
        Iso(lifecycle.LegacyTime),
        Iso(lifecycle.PublicExtendedAccessTime));

    private static string? Iso(DateTime? time) =>
        time?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
