using System.Diagnostics;

namespace BedrockGateway.LocalAws.Telemetry;

/// <summary>X-Ray's trace header, as far as it says the same as W3C's <c>traceparent</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader
/// </remarks>
internal static class XRayHeader
{
    private const int TimeDigits = 8;

    // Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1
    public static ActivityContext ContextOf(string? header)
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
                : default;
    }

    /// <summary>The root that stands for a trace of W3C's: <c>Root=1-4bf92f35-77b34da6a3ce929d0e0e4736</c>.</summary>
    public static string RootOf(ActivityTraceId trace)
    {
        var digits = trace.ToHexString();
        return $"Root=1-{digits[..TimeDigits]}-{digits[TimeDigits..]}";
    }

    /// <summary>A root with a span as the parent of what follows.</summary>
    public static string Under(Activity span, string root) =>
        $"{root};Parent={span.SpanId.ToHexString()};Sampled={(span.Recorded ? 1 : 0)}";

    private static string? ValueOf(string[] parts, string name) =>
        Array.Find(parts, part => part.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
}
