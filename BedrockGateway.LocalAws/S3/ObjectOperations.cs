using System.Globalization;
using System.Net;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.S3;

/// <summary><c>PutObject</c>, <c>GetObject</c>, <c>HeadObject</c>, <c>DeleteObject</c>.</summary>
/// <remarks>Checksums are kept and returned as they came; they are not computed.</remarks>
internal static class ObjectOperations
{
    /// <exception cref="AwsFault"><c>NoSuchBucket</c> (404), <c>IncompleteBody</c>.</exception>
    public static async Task PutAsync(S3Call call, TimeProvider clock, CancellationToken cancellationToken)
    {
        var bucket = call.Bucket;
        var content = await call.ReadContentAsync(cancellationToken);
        var headers = call.ObjectHeaders();
        foreach (var (name, value) in content.Trailers.Where(trailer => S3Call.IsChecksum(trailer.Key)))
        {
            headers[name] = value;
        }

        var etag = S3Call.ETagOf(content.Content);
        bucket.Put(new(call.Key, content.Content.ToArray(), etag, clock.GetUtcNow(), headers));
        call.Response.Headers.ETag = etag;
        foreach (var (name, value) in headers.Where(header => S3Call.IsChecksum(header.Key)))
        {
            call.Response.Headers[name] = value;
        }
    }

    /// <exception cref="AwsFault"><c>NoSuchBucket</c> or <c>NoSuchKey</c> (404).</exception>
    public static async Task GetAsync(S3Call call, CancellationToken cancellationToken)
    {
        var found = call.Object;
        Describe(call, found);
        await call.Response.Body.WriteAsync(found.Content, cancellationToken);
    }

    /// <exception cref="AwsFault"><c>NotFound</c> (404), which has no body.</exception>
    public static void Head(S3Call call) => Describe(call, call.Buckets.Find(call.BucketName)?.Find(call.Key)
        ?? throw new AwsFault("NotFound", "Not Found", HttpStatusCode.NotFound));

    public static void Delete(S3Call call)
    {
        call.Bucket.Remove(call.Key);
        call.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static void Describe(S3Call call, StoredObject found)
    {
        var wantsChecksum = call.Request.Headers["x-amz-checksum-mode"] == "ENABLED";
        foreach (var (name, value) in found.Headers.Where(header => header.Value.Length > 0))
        {
            if (wantsChecksum || !S3Call.IsChecksum(name))
            {
                call.Response.Headers[name] = value;
            }
        }

        call.Response.ContentLength = found.Content.Length;
        call.Response.Headers.ETag = found.ETag;
        call.Response.Headers.LastModified = found.Modified.ToString("R", CultureInfo.InvariantCulture);
        call.Response.Headers.AcceptRanges = "bytes";
    }
}
