namespace Amazon.Lambda.AspNetCoreServer.Internal;

/// <summary>Which replies travel as Base64, by content encoding and else by content type.</summary>
internal sealed class ResponseContentEncodings
{
    private readonly Dictionary<string, ResponseContentEncoding> _byType = new(StringComparer.Ordinal)
    {
        ["text/plain"] = ResponseContentEncoding.Default,
        ["text/xml"] = ResponseContentEncoding.Default,
        ["application/xml"] = ResponseContentEncoding.Default,
        ["application/json"] = ResponseContentEncoding.Default,
        ["text/html"] = ResponseContentEncoding.Default,
        ["text/css"] = ResponseContentEncoding.Default,
        ["text/javascript"] = ResponseContentEncoding.Default,
        ["text/ecmascript"] = ResponseContentEncoding.Default,
        ["text/markdown"] = ResponseContentEncoding.Default,
        ["text/csv"] = ResponseContentEncoding.Default,
        ["application/octet-stream"] = ResponseContentEncoding.Base64,
        ["image/png"] = ResponseContentEncoding.Base64,
        ["image/gif"] = ResponseContentEncoding.Base64,
        ["image/jpeg"] = ResponseContentEncoding.Base64,
        ["image/jpg"] = ResponseContentEncoding.Base64,
        ["image/x-icon"] = ResponseContentEncoding.Base64,
        ["application/zip"] = ResponseContentEncoding.Base64,
        ["application/pdf"] = ResponseContentEncoding.Base64,
        ["application/x-protobuf"] = ResponseContentEncoding.Base64,
        ["application/wasm"] = ResponseContentEncoding.Base64,
    };

    private readonly Dictionary<string, ResponseContentEncoding> _byEncoding = new(StringComparer.Ordinal)
    {
        ["gzip"] = ResponseContentEncoding.Base64,
        ["deflate"] = ResponseContentEncoding.Base64,
        ["br"] = ResponseContentEncoding.Base64,
    };

    /// <summary>Encoding of content that no rule names.</summary>
    public ResponseContentEncoding Otherwise { get; set; }

    public void SetForContentType(string contentType, ResponseContentEncoding encoding) =>
        _byType[contentType] = encoding;

    public void SetForContentEncoding(string contentEncoding, ResponseContentEncoding encoding) =>
        _byEncoding[contentEncoding] = encoding;

    public ResponseContentEncoding For(string? contentType, string? contentEncoding)
    {
        var byEncoding = Find(_byEncoding, contentEncoding);
        return byEncoding == ResponseContentEncoding.Base64
            ? byEncoding
            : Find(_byType, contentType?.Split(';')[0].Trim());
    }

    private ResponseContentEncoding Find(Dictionary<string, ResponseContentEncoding> rules, string? name) =>
        !string.IsNullOrEmpty(name) && rules.TryGetValue(name, out var encoding) ? encoding : Otherwise;
}
