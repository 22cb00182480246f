using System.Net;

namespace BedrockGateway.LocalAws.S3;

/// <summary>Bucket and key of a request or URL; either may be empty.</summary>
internal readonly record struct ObjectAddress(string Bucket, string Key)
{
    // /{bucket}/{key} on any host but those of virtual-hosted buckets:
    // {bucket}.s3.amazonaws.com, {bucket}.s3.us-east-1.amazonaws.com, {bucket}.localhost
    /// <param name="host">Host without port.</param>
    /// <param name="path">Path as it stands on the wire, still encoded.</param>
    public static ObjectAddress Parse(string host, string path)
    {
        var rest = path.TrimStart('/');
        if (BucketOf(host) is { } bucket)
        {
            return new(bucket, Uri.UnescapeDataString(rest));
        }

        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? new(Uri.UnescapeDataString(rest), "")
            : new(Uri.UnescapeDataString(rest[..slash]), Uri.UnescapeDataString(rest[(slash + 1)..]));
    }

    private static string? BucketOf(string host)
    {
        if (IPAddress.TryParse(host, out _))
        {
            return null;
        }

        var end = host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            ? host.Length - ".localhost".Length
            : Math.Max(
                host.IndexOf(".s3.", StringComparison.OrdinalIgnoreCase),
                host.IndexOf(".s3-", StringComparison.OrdinalIgnoreCase));
        return end > 0 ? host[..end] : null;
    }
}
