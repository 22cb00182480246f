using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using BedrockGateway.LocalAws.Tests.Bedrock;

namespace BedrockGateway.LocalAws.Tests.Storage;

public sealed class SmallServiceStateTests
{
    private const string Role = "cdk-hnb659fds-deploy-role-000000000000-us-east-1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parameter_KeepsValueTypeAndVersion()
    {
        await using var lab = await KeptLab.StartAsync();
        using (var ssm = Ssm(lab))
        {
            await ssm.PutParameterAsync(
                new PutParameterRequest { Name = "/a", Value = "1", Type = ParameterType.SecureString }, Token);
            await ssm.PutParameterAsync(
                new PutParameterRequest { Name = "/a", Value = "2", Overwrite = true }, Token);
            await ssm.PutParameterAsync(
                new PutParameterRequest { Name = "/gone", Value = "1", Type = ParameterType.String }, Token);
            await ssm.DeleteParameterAsync(new DeleteParameterRequest { Name = "/gone" }, Token);
        }

        await lab.RestartAsync();

        using var after = Ssm(lab);
        var kept = (await after.GetParameterAsync(new GetParameterRequest { Name = "/a" }, Token)).Parameter;
        Assert.Equal(("2", ParameterType.SecureString, 2), (kept.Value, kept.Type, kept.Version));
        await Assert.ThrowsAsync<ParameterNotFoundException>(
            () => after.GetParameterAsync(new GetParameterRequest { Name = "/gone" }, Token));
    }

    [Fact]
    public async Task Object_KeepsContentAndHeaders_AndADeletedOneItsFileNoLonger()
    {
        var large = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("0123456789", 100_000)));
        await using var lab = await KeptLab.StartAsync();
        using (var s3 = S3(lab))
        {
            await s3.PutBucketAsync(new PutBucketRequest { BucketName = "bucket" }, Token);
            using var content = new MemoryStream(large);
            var put = new PutObjectRequest { BucketName = "bucket", Key = "a/b c", InputStream = content };
            put.Metadata["owner"] = "me";
            await s3.PutObjectAsync(put, Token);
            await s3.PutObjectAsync(
                new PutObjectRequest { BucketName = "bucket", Key = "gone", ContentBody = "gone" }, Token);
            await s3.DeleteObjectAsync("bucket", "gone", Token);
        }

        await lab.RestartAsync();

        using var after = S3(lab);
        using var read = await after.GetObjectAsync("bucket", "a/b c", Token);
        using var copy = new MemoryStream();
        await read.ResponseStream.CopyToAsync(copy, Token);
        Assert.Equal(large, copy.ToArray());
        Assert.Equal("me", read.Metadata["owner"]);
        Assert.Single(Directory.GetFiles(Path.Combine(lab.Folder, "objects")));
    }

    [Fact]
    public async Task RoleAndRepository_AreTheOnesOfTheFirstStart()
    {
        await using var lab = await KeptLab.StartAsync();
        var before = await DescribeAsync(lab);

        await lab.RestartAsync();

        Assert.Equal(before, await DescribeAsync(lab));
    }

    [Fact]
    public async Task InferenceProfile_IsKept()
    {
        await using var lab = await KeptLab.StartAsync();
        var made = await BedrockWire.PostAsync(
            lab.Aws,
            "/inference-profiles",
            """
            {"inferenceProfileName":"mine","modelSource":{"copyFrom":"us.meta.llama3-3-70b-instruct-v1:0"}}
            """);
        var path = $"/inference-profiles/{Uri.EscapeDataString((string)made.Body["inferenceProfileArn"]!)}";
        var before = await BedrockWire.GetAsync(lab.Aws, path);

        await lab.RestartAsync();

        Assert.Equal(before.Text, (await BedrockWire.GetAsync(lab.Aws, path)).Text);
    }

    private static AmazonSimpleSystemsManagementClient Ssm(KeptLab lab) => new(
        LocalAwsFixture.Credentials, lab.Configure(new AmazonSimpleSystemsManagementConfig()));

    private static AmazonS3Client S3(KeptLab lab) =>
        new(LocalAwsFixture.Credentials, lab.Configure(new AmazonS3Config { ForcePathStyle = true }));

    private static async Task<string[]> DescribeAsync(KeptLab lab)
    {
        using var iam = new QueryClient(lab.Aws.Endpoint, "iam");
        var role = await iam.CallAsync("GetRole", ("RoleName", Role));
        var repositories = await lab.CallAsync("AmazonEC2ContainerRegistry_V20150921.DescribeRepositories", "{}");
        return [role.Descendants("Role").Single().ToString(), repositories.ToJsonString()];
    }
}
