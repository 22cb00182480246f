using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.S3;

/// <summary>A request to S3 with what it is about.</summary>
internal sealed class S3Call(AwsCall call, ObjectAddress address, BucketStore buckets)
{
    private static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    private static readonly string[] KeptHeaders =
        ["Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Type", "Expires"];

    public AwsCall Call => call;

    public HttpRequest Request => call.Http.Request;

    public HttpResponse Response => call.Http.Response;

    public string BucketName => address.Bucket;

    public string Key => address.Key;

    public BucketStore Buckets => buckets;

    /// <exception cref="AwsFault"><c>NoSuchBucket</c> (404).</exception>
    public Bucket Bucket => buckets.Find(address.Bucket)
        ?? throw new AwsFault("NoSuchBucket", "The specified bucket does not exist", HttpStatusCode.NotFound);

    /// <exception cref="AwsFault"><c>NoSuchBucket</c> or <c>NoSuchKey</c> (404).</exception>
    public StoredObject Object => Bucket.Find(address.Key)
        ?? throw new AwsFault("NoSuchKey", "The specified key does not exist.", HttpStatusCode.NotFound);

    /// <summary>The upload that <c>uploadId</c> names.</summary>
    /// <exception cref="AwsFault"><c>NoSuchUpload</c> (404).</exception>
    public MultipartUpload Upload => Bucket.Uploads.GetValueOrDefault(Request.Query["uploadId"].ToString())
        ?? throw new AwsFault(
            "NoSuchUpload",
            "The specified upload does not exist. " +
            "The upload ID may be invalid, or the upload may have been aborted or completed.",
            HttpStatusCode.NotFound);

    /// <summary>The content of the body, freed of chunk framing where there is any.</summary>
    /// <exception cref="AwsFault"><c>IncompleteBody</c>: the framing is broken.</exception>
    public async ValueTask<ChunkedContent> ReadContentAsync(CancellationToken cancellationToken)
    {
        var body = await call.ReadBodyAsync(cancellationToken);
        return Request.Headers["x-amz-content-sha256"].ToString().StartsWith("STREAMING-", StringComparison.Ordinal)
            ? ChunkedContent.Decode(body)
            : new(body, new Dictionary<string, string>());
    }

    /// <summary>Headers of the request that belong to the object.</summary>
    public Dictionary<string, string> ObjectHeaders()
    {
        var headers = Request.Headers
            .Where(header => IsKept(header.Key))
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        headers.TryAdd("Content-Type", "binary/octet-stream");
        // The framing of the transfer is named among the encodings of the content, and is not one.
        if (headers.TryGetValue("Content-Encoding", out var encodings))
        {
            var kept = encodings.Split(',', StringSplitOptions.TrimEntries)
                .Where(encoding => encoding is not ("aws-chunked" or ""));
            headers["Content-Encoding"] = string.Join(", ", kept);
        }

        return headers;
    }

    /// <summary>ETag of content that was put in one piece.</summary>
    public static string ETagOf(ReadOnlyMemory<byte> content)
    {
#pragma warning disable CA5351 // S3 defines the ETag as an MD5; it protects nothing.
        return $"\"{Convert.ToHexStringLower(MD5.HashData(content.Span))}\"";
#pragma warning restore CA5351
    }

    public static bool IsChecksum(string header) =>
        header.StartsWith("x-amz-checksum-", StringComparison.OrdinalIgnoreCase)
        && !header.Equals("x-amz-checksum-mode", StringComparison.OrdinalIgnoreCase)
        && !header.Equals("x-amz-checksum-algorithm", StringComparison.OrdinalIgnoreCase);

    /// <summary>Answers 200 with a document; elements need no namespace.</summary>
    public Task ReplyAsync(XElement document, CancellationToken cancellationToken)
    {
        foreach (var element in document.DescendantsAndSelf())
        {
            element.Name = Namespace + element.Name.LocalName;
        }

        return WriteAsync(document, cancellationToken);
    }

    /// <summary>Writes a document as it is: the one of an error has no namespace.</summary>
    public Task WriteAsync(XElement document, CancellationToken cancellationToken)
    {
        Response.ContentType = "application/xml";
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document.ToString(SaveOptions.DisableFormatting);
        return Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask();
    }

    private static bool IsKept(string header) =>
        KeptHeaders.Contains(header, StringComparer.OrdinalIgnoreCase)
        || header.StartsWith("x-amz-meta-", StringComparison.OrdinalIgnoreCase) || IsChecksum(header);
}
