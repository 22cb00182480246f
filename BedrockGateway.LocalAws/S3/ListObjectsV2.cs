using System.Globalization;
using System.Xml.Linq;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.S3;

/// <summary>
/// <c>ListObjectsV2</c>: keys below a prefix, page by page; the token is the last key of the page before.
/// </summary>
/// <remarks>
/// Refuses <c>delimiter</c>. Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
/// </remarks>
internal static class ListObjectsV2
{
    private const int MaxKeys = 1000;

    /// <exception cref="AwsFault"><c>NoSuchBucket</c> (404).</exception>
    public static Task HandleAsync(S3Call call, CancellationToken cancellationToken)
    {
        var query = call.Request.Query;
        if (query["delimiter"].ToString().Length > 0)
        {
            throw AwsFault.NotEmulated("s3", "ListObjectsV2 with delimiter");
        }

        var prefix = query["prefix"].ToString();
        var token = query["continuation-token"].ToString();
        var after = token.Length > 0 ? token : query["start-after"].ToString();
        var limit = int.TryParse(query["max-keys"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? Math.Min(asked, MaxKeys)
            : MaxKeys;
        var found = call.Bucket.List(prefix)
            .Where(item => string.CompareOrdinal(item.Key, after) > 0)
            .Take(limit + 1)
            .ToArray();
        var page = found.Take(limit).ToArray();
        var isTruncated = found.Length > limit && limit > 0;
        return call.ReplyAsync(
            new(
                "ListBucketResult",
                new XElement("Name", call.BucketName),
                new XElement("Prefix", prefix),
                new XElement("KeyCount", page.Length),
                new XElement("MaxKeys", limit),
                new XElement("IsTruncated", isTruncated),
                isTruncated ? new XElement("NextContinuationToken", page[^1].Key) : null,
                page.Select(Describe)),
            cancellationToken);
    }

    private static string TimeOf(StoredObject item) =>
        item.Modified.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static XElement Describe(StoredObject item) => new(
        "Contents",
        new XElement("Key", item.Key),
        new XElement("LastModified", TimeOf(item)),
        new XElement("ETag", item.ETag),
        new XElement("Size", item.Content.Length),
        new XElement("StorageClass", "STANDARD"));
}
