using System.Diagnostics;

namespace BedrockGateway.ServiceDefaults.Telemetry;

/// <summary>The span that X-Ray's trace header names.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader
/// </remarks>
public static class XRayContext
{
    /// <summary>Reads <c>Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1</c>.</summary>
    /// <param name="header">The header's value.</param>
    /// <returns>
    /// The span, sampled only where the header says so; <see langword="null"/> unless it names both a trace and a span.
    /// </returns>
    public static ActivityContext? Find(string? header)
    {
        var parts = (header ?? string.Empty).Split(';', StringSplitOptions.TrimEntries);
        var flags = parts.Contains("Sampled=1") ? "01" : "00";
        return ValueOf(parts, "Root=1-") is { } root
            && ValueOf(parts, "Parent=") is { } parent
            && ActivityContext.TryParse(
                $"00-{root.Replace("-", string.Empty, StringComparison.Ordinal)}-{parent}-{flags}",
                traceState: null,
                isRemote: true,
                out var context)
                ? context
                : null;
    }

    private static string? ValueOf(string[] parts, string name) =>
        Array.Find(parts, part => part.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
}
