using BedrockGateway.LocalAws.S3;

namespace BedrockGateway.LocalAws.Tests.S3;

public sealed class ObjectAddressTests
{
    [Theory]
    [InlineData("127.0.0.1", "/bucket/a/b%20c", "bucket", "a/b c")]
    [InlineData("localhost", "/bucket/key", "bucket", "key")]
    [InlineData("127.0.0.1", "/bucket", "bucket", "")]
    [InlineData("127.0.0.1", "/bucket/", "bucket", "")]
    [InlineData("127.0.0.1", "/", "", "")]
    [InlineData("s3.us-east-1.amazonaws.com", "/bucket/key", "bucket", "key")]
    [InlineData("s3.amazonaws.com", "/bucket/key", "bucket", "key")]
    [InlineData("my.bucket.s3.us-east-1.amazonaws.com", "/a/key", "my.bucket", "a/key")]
    [InlineData("bucket.s3.amazonaws.com", "/key", "bucket", "key")]
    [InlineData("bucket.s3-eu-west-1.amazonaws.com", "/key", "bucket", "key")]
    [InlineData("bucket.localhost", "/key", "bucket", "key")]
    public void HostAndPath_NameBucketAndKey(string host, string path, string bucket, string key) =>
        Assert.Equal(new(bucket, key), ObjectAddress.Parse(host, path));
}
