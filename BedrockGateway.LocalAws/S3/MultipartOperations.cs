using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.S3;

/// <summary>Uploads in parts, which the CDK CLI uses for assets above 5 MiB. Parts may be smaller here.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html</remarks>
internal static class MultipartOperations
{
    public static Task CreateAsync(S3Call call, CancellationToken cancellationToken)
    {
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        call.Bucket.Uploads[id] = new(call.Key, call.ObjectHeaders());
        return call.ReplyAsync(
            new(
                "InitiateMultipartUploadResult",
                new XElement("Bucket", call.BucketName),
                new XElement("Key", call.Key),
                new XElement("UploadId", id)),
            cancellationToken);
    }

    /// <exception cref="AwsFault"><c>NoSuchUpload</c> (404), <c>InvalidArgument</c>.</exception>
    public static async Task UploadPartAsync(S3Call call, CancellationToken cancellationToken)
    {
        var upload = call.Upload;
        var given = call.Request.Query["partNumber"];
        if (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number is < 1 or > 10_000)
        {
            throw new AwsFault("InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive");
        }

        var content = await call.ReadContentAsync(cancellationToken);
        upload.Parts[number] = content.Content.ToArray();
        call.Response.Headers.ETag = S3Call.ETagOf(content.Content);
        foreach (var (name, value) in Checksums(call, content))
        {
            call.Response.Headers[name] = value;
        }
    }

    /// <exception cref="AwsFault"><c>NoSuchUpload</c> (404), <c>InvalidPart</c>, <c>MalformedXML</c>.</exception>
    public static async Task CompleteAsync(S3Call call, TimeProvider clock, CancellationToken cancellationToken)
    {
        var upload = call.Upload;
        var parts = PartNumbers(await call.Call.ReadBodyAsync(cancellationToken))
            .Select(number => upload.Parts.TryGetValue(number, out var part) ? part : throw InvalidPart())
            .ToArray();
        var etag = ETagOf(parts);
        var content = parts.SelectMany(part => part.ToArray()).ToArray();
        call.Bucket.Put(new(upload.Key, content, etag, clock.GetUtcNow(), upload.Headers));
        call.Bucket.Uploads.TryRemove(call.Request.Query["uploadId"].ToString(), out _);
        await call.ReplyAsync(
            new(
                "CompleteMultipartUploadResult",
                new XElement("Location", $"http://{call.Request.Host}/{call.BucketName}/{upload.Key}"),
                new XElement("Bucket", call.BucketName),
                new XElement("Key", upload.Key),
                new XElement("ETag", etag)),
            cancellationToken);
    }

    public static void Abort(S3Call call)
    {
        _ = call.Upload;
        call.Bucket.Uploads.TryRemove(call.Request.Query["uploadId"].ToString(), out _);
        call.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static IEnumerable<KeyValuePair<string, string>> Checksums(S3Call call, ChunkedContent content) =>
        call.Request.Headers
            .Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))
            .Concat(content.Trailers)
            .Where(header => S3Call.IsChecksum(header.Key));

    // <CompleteMultipartUpload><Part><ETag>...</ETag><PartNumber>1</PartNumber></Part>...</CompleteMultipartUpload>
    private static int[] PartNumbers(ReadOnlyMemory<byte> body)
    {
        try
        {
            var numbers = XElement.Parse(Encoding.UTF8.GetString(body.Span)).Descendants()
                .Where(element => element.Name.LocalName == "PartNumber")
                .Select(element => int.Parse(element.Value, CultureInfo.InvariantCulture))
                .ToArray();
            return numbers.Length > 0 ? numbers : throw Malformed();
        }
        catch (Exception invalid) when (invalid is XmlException or FormatException or OverflowException)
        {
            throw Malformed();
        }
    }

    // MD5 over the parts' MD5s, then their number: "d41d8cd98f00b204e9800998ecf8427e-2"
    private static string ETagOf(ReadOnlyMemory<byte>[] parts)
    {
#pragma warning disable CA5351 // S3 defines the ETag as an MD5; it protects nothing.
        var digests = parts.SelectMany(part => MD5.HashData(part.Span)).ToArray();
        return $"\"{Convert.ToHexStringLower(MD5.HashData(digests))}-{parts.Length}\"";
#pragma warning restore CA5351
    }

    private static AwsFault InvalidPart() => new(
        "InvalidPart",
        "One or more of the specified parts could not be found.  The part may not have been uploaded, " +
        "or the specified entity tag may not match the part's entity tag.");

    private static AwsFault Malformed() => new(
        "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");
}
