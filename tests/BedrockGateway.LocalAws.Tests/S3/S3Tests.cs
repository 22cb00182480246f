using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;

namespace BedrockGateway.LocalAws.Tests.S3;

public sealed class S3Tests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>, IAsyncLifetime
{
    private AmazonS3Client? _s3;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private AmazonS3Client S3 => _s3!;

    public async ValueTask InitializeAsync()
    {
        _s3 = new(LocalAwsFixture.Credentials, fixture.Configure(new AmazonS3Config { ForcePathStyle = true }));
        await _s3.PutBucketAsync(new PutBucketRequest { BucketName = "bucket" }, Token);
    }

    public ValueTask DisposeAsync()
    {
        _s3?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task PutObject_IsReadBackWithTypeMetadataAndChecksum()
    {
        var put = new PutObjectRequest
        {
            BucketName = "bucket",
            Key = "folder/a b+ä.txt",
            ContentBody = "hello",
            ContentType = "text/plain",
            ChecksumAlgorithm = ChecksumAlgorithm.SHA256,
        };
        put.Metadata["owner"] = "me";

        var stored = await S3.PutObjectAsync(put, Token);
        using var read = await S3.GetObjectAsync(
            new GetObjectRequest { BucketName = "bucket", Key = put.Key, ChecksumMode = ChecksumMode.ENABLED }, Token);
        using var reader = new StreamReader(read.ResponseStream);

        Assert.Equal("\"5d41402abc4b2a76b9719d911017c592\"", stored.ETag);
        Assert.Equal("hello", await reader.ReadToEndAsync(Token));
        Assert.Equal(stored.ETag, read.ETag);
        Assert.Equal("text/plain", read.Headers.ContentType);
        Assert.Equal("me", read.Metadata["owner"]);
        Assert.Equal("LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=", read.ChecksumSHA256);
    }

    [Fact]
    public async Task ChunkedStream_IsFreedOfItsFrames()
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("0123456789", 30_000)));
        using var stream = new MemoryStream(content);

        await S3.PutObjectAsync(
            new() { BucketName = "bucket", Key = "large", InputStream = stream, UseChunkEncoding = true },
            Token);
        using var read = await S3.GetObjectAsync("bucket", "large", Token);
        using var copy = new MemoryStream();
        await read.ResponseStream.CopyToAsync(copy, Token);

        Assert.Equal(content, copy.ToArray());
        Assert.Equal("", read.Headers.ContentEncoding ?? "");
    }

    [Fact]
    public async Task HeadObject_TellsLength_OrNotFound()
    {
        await S3.PutObjectAsync(
            new PutObjectRequest { BucketName = "bucket", Key = "head", ContentBody = "12345" }, Token);

        var found = await S3.GetObjectMetadataAsync("bucket", "head", Token);
        var fault = await Assert.ThrowsAsync<AmazonS3Exception>(() =>
            S3.GetObjectMetadataAsync("bucket", "absent", Token));

        Assert.Equal(5, found.ContentLength);
        Assert.Equal(HttpStatusCode.NotFound, fault.StatusCode);
    }

    [Fact]
    public async Task AbsentKeyAndBucket_FailByTheirCodes()
    {
        var noKey = await Assert.ThrowsAsync<NoSuchKeyException>(() => S3.GetObjectAsync("bucket", "absent", Token));
        var noBucket = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() =>
            S3.GetObjectAsync("no-bucket", "absent", Token));

        Assert.Equal("The specified key does not exist.", noKey.Message);
        Assert.Equal("NoSuchBucket", noBucket.ErrorCode);
        Assert.Equal("The specified bucket does not exist", noBucket.Message);
    }

    [Fact]
    public async Task ListObjectsV2_PagesKeysOfAPrefixInOrder()
    {
        foreach (var key in new[] { "list/b", "list/a", "list/c", "other" })
        {
            await S3.PutObjectAsync(
                new PutObjectRequest { BucketName = "bucket", Key = key, ContentBody = "x" }, Token);
        }

        var first = await S3.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = "bucket", Prefix = "list/", MaxKeys = 2 }, Token);
        var second = await S3.ListObjectsV2Async(
            new ListObjectsV2Request
            {
                BucketName = "bucket",
                Prefix = "list/",
                ContinuationToken = first.NextContinuationToken,
            },
            Token);

        Assert.Equal(["list/a", "list/b"], first.S3Objects.Select(item => item.Key));
        Assert.True(first.IsTruncated);
        Assert.Equal(["list/c"], second.S3Objects.Select(item => item.Key));
        Assert.False(second.IsTruncated);
    }

    [Fact]
    public async Task DeletedObject_IsGone()
    {
        await S3.PutObjectAsync(new PutObjectRequest { BucketName = "bucket", Key = "gone", ContentBody = "x" }, Token);

        var deleted = await S3.DeleteObjectAsync("bucket", "gone", Token);

        Assert.Equal(HttpStatusCode.NoContent, deleted.HttpStatusCode);
        await Assert.ThrowsAsync<NoSuchKeyException>(() => S3.GetObjectAsync("bucket", "gone", Token));
    }

    [Fact]
    public async Task BucketReads_TellLocationAndEncryption()
    {
        var location = await S3.GetBucketLocationAsync("bucket", Token);
        var encryption = await S3.GetBucketEncryptionAsync(
            new GetBucketEncryptionRequest { BucketName = "bucket" }, Token);
        var head = await S3.HeadBucketAsync(new HeadBucketRequest { BucketName = "bucket" }, Token);

        Assert.Equal("", location.Location.Value);
        Assert.Equal(
            ServerSideEncryptionMethod.AES256,
            encryption.ServerSideEncryptionConfiguration.ServerSideEncryptionRules.Single()
                .ServerSideEncryptionByDefault.ServerSideEncryptionAlgorithm);
        Assert.Equal(HttpStatusCode.OK, head.HttpStatusCode);
    }

    [Fact]
    public async Task MultipartUpload_JoinsItsParts()
    {
        var upload = await S3.InitiateMultipartUploadAsync(
            new() { BucketName = "bucket", Key = "parts", ContentType = "application/zip" },
            Token);
        var parts = new List<PartETag>();
        foreach (var (number, text) in new[] { (2, "world"), (1, "hello ") })
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
            var part = await S3.UploadPartAsync(
                new UploadPartRequest
                {
                    BucketName = "bucket",
                    Key = "parts",
                    UploadId = upload.UploadId,
                    PartNumber = number,
                    InputStream = stream,
                },
                Token);
            parts.Add(new(number, part.ETag));
        }

        var done = await S3.CompleteMultipartUploadAsync(
            new CompleteMultipartUploadRequest
            {
                BucketName = "bucket",
                Key = "parts",
                UploadId = upload.UploadId,
                PartETags = parts,
            },
            Token);
        using var read = await S3.GetObjectAsync("bucket", "parts", Token);
        using var reader = new StreamReader(read.ResponseStream);

        Assert.Equal("hello world", await reader.ReadToEndAsync(Token));
        Assert.Equal("application/zip", read.Headers.ContentType);
        Assert.EndsWith("-2\"", done.ETag, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<AmazonS3Exception>(() =>
            S3.AbortMultipartUploadAsync("bucket", "parts", upload.UploadId, Token));
    }

    [Fact]
    public async Task OperationThatNobodyKnows_IsNamedByMethodAndAddress()
    {
        var fault = await Assert.ThrowsAsync<AmazonS3Exception>(() =>
            S3.GetBucketVersioningAsync(new GetBucketVersioningRequest { BucketName = "bucket" }, Token));

        Assert.Equal("LocalAws does not emulate s3:GET /bucket/?versioning.", fault.Message);
    }

    [Fact]
    public async Task OperationThatIsNotEmulated_IsNamed()
    {
        var fault = await Assert.ThrowsAsync<AmazonS3Exception>(() =>
            S3.CopyObjectAsync("bucket", "a", "bucket", "b", Token));

        Assert.Equal("LocalAws does not emulate s3:CopyObject.", fault.Message);
    }
}
