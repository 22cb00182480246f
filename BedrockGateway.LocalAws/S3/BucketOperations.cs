using System.Net;
using System.Xml.Linq;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.S3;

/// <summary><c>CreateBucket</c>, <c>HeadBucket</c>, <c>GetBucketLocation</c>, <c>GetBucketEncryption</c>.</summary>
internal static class BucketOperations
{
    /// <summary>A bucket that is the caller's already is created again without complaint, as in us-east-1.</summary>
    public static void Create(S3Call call)
    {
        call.Buckets.TryAdd(call.BucketName);
        call.Response.Headers.Location = "/" + call.BucketName;
    }

    /// <exception cref="AwsFault"><c>NotFound</c> (404), which has no body.</exception>
    public static void Head(S3Call call) =>
        _ = call.Buckets.Find(call.BucketName) ?? throw new AwsFault("NotFound", "Not Found", HttpStatusCode.NotFound);

    /// <summary>Empty stands for us-east-1; what the bucket belongs to is not asked.</summary>
    public static Task GetLocationAsync(S3Call call, CancellationToken cancellationToken)
    {
        _ = call.Bucket;
        return call.ReplyAsync(new("LocationConstraint"), cancellationToken);
    }

    /// <summary>What every bucket has since 2023: AES-256 with keys of S3.</summary>
    public static Task GetEncryptionAsync(S3Call call, CancellationToken cancellationToken)
    {
        _ = call.Bucket;
        return call.ReplyAsync(
            new("ServerSideEncryptionConfiguration", new XElement("Rule",
                new XElement("ApplyServerSideEncryptionByDefault", new XElement("SSEAlgorithm", "AES256")),
                new XElement("BucketKeyEnabled", false))),
            cancellationToken);
    }
}
