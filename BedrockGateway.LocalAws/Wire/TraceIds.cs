using System.Globalization;
using System.Security.Cryptography;
using BedrockGateway.LocalAws.Telemetry;

namespace BedrockGateway.LocalAws.Wire;

/// <summary>X-Ray trace ids.</summary>
internal static class TraceIds
{
    /// <summary>The root that a caller sent, else that of the current span's trace, else a new one.</summary>
    // Root=1-<8 hex digits of the time in seconds>-<24 random>
    public static string Of(string? sent, DateTimeOffset now) =>
        (sent ?? string.Empty).Split(';')
            .FirstOrDefault(part => part.StartsWith("Root=1-", StringComparison.Ordinal))
        ?? (Instruments.Current is { } span
            ? XRayHeader.RootOf(span.TraceId)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Root=1-{now.ToUnixTimeSeconds():x8}-{RandomNumberGenerator.GetHexString(24, lowercase: true)}"));

    // Root=...;Parent=<16 of the current span, or random>;Sampled=0
    public static string WithNewParent(string root) => Instruments.Current is { } span
        ? XRayHeader.Under(span, root)
        : $"{root};Parent={RandomNumberGenerator.GetHexString(16, lowercase: true)};Sampled=0";
}
