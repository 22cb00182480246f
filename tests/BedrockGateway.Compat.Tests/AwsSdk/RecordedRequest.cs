using System.Text;
using System.Text.RegularExpressions;

namespace BedrockGateway.Compat.Tests.AwsSdk;

/// <summary>One request as it came over the wire: path and query undecoded, header names in lower case.</summary>
public sealed partial record RecordedRequest(
    string Method, string Target, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    public string Text => Encoding.UTF8.GetString(Body.Span);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Key id, region and service of the signature; null for an unsigned request.</summary>
    public string? SignatureScope =>
        Header("authorization") is { } value && Scope().Match(value) is { Success: true } match
            ? $"{match.Groups["key"].Value}/{match.Groups["region"].Value}/{match.Groups["service"].Value}"
            : null;

    [GeneratedRegex(
        @"^AWS4-HMAC-SHA256 Credential=(?<key>\w+)/\d{8}/(?<region>[\w-]+)/(?<service>[\w-]+)/aws4_request,")]
    private static partial Regex Scope();
}
