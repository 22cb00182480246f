using System.Globalization;
using System.Security.Cryptography;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>X-Ray trace ids.</summary>
internal static class TraceIds
{
    private const string Hex = "0123456789abcdef";

    // Root=1-65a1b2c3-0123456789abcdef01234567
    public static string Of(string? sent, DateTimeOffset now)
    {
        foreach (var part in (sent ?? string.Empty).Split(';'))
        {
            if (part.StartsWith("Root=1-", StringComparison.Ordinal))
            {
                return part;
            }
        }

        var seconds = now.ToUnixTimeSeconds().ToString("x8", CultureInfo.InvariantCulture);
        return $"Root=1-{seconds}-{RandomNumberGenerator.GetString(Hex, 24)}";
    }

    public static string WithNewParent(string root) =>
        $"{root};Parent={RandomNumberGenerator.GetString(Hex, 16)};Sampled=0";
}
