using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Aspire.Hosting.AWS.CDK;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.AWS.Provisioning;

/// <summary>Uploads the files that a synthesized stack refers to.</summary>
/// <remarks>
/// Reads the cloud assembly's own JSON, because every look through jsii is a round trip to Node.
/// <c>manifest.json</c>: <c>artifacts.{id}.type = aws:cdk:asset-manifest, .properties.file</c>; that file:
/// <c>files.{hash}.source.{path,packaging}, .destinations.{id}.{bucketName,objectKey}</c>, <c>dockerImages</c>.
/// </remarks>
internal static partial class CdkAssets
{
    public static async Task UploadAsync(StackResource stack, ILogger logger, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(stack.TemplatePath)!;
        var template = Path.GetFileName(stack.TemplatePath);
        var assetFile = template.Replace(".template.json", ".assets.json", StringComparison.Ordinal);
        var manifest = Path.Combine(folder, assetFile);
        if (!File.Exists(manifest))
        {
            return;
        }

        var assets = JsonNode.Parse(await File.ReadAllTextAsync(manifest, cancellationToken))!;
        if (assets["dockerImages"] is JsonObject { Count: > 0 })
        {
            throw new AWSProvisioningException(
                "Failed to provision stack assets. Provisioning container image assets are currently not supported.");
        }

        if (assets["files"] is not JsonObject { Count: > 0 } files)
        {
            return;
        }

        var (account, region) = await WhereAsync(stack.AWSSDKConfig, cancellationToken);
        using var client = Client<AmazonS3Config, AmazonS3Client>(
            stack.AWSSDKConfig, config => new(config), (credentials, config) => new(credentials, config));
        foreach (var (_, file) in files)
        {
            foreach (var (_, destination) in file!["destinations"]!.AsObject())
            {
                var bucket = Text(destination!["bucketName"])
                    .Replace("${AWS::AccountId}", account, StringComparison.Ordinal)
                    .Replace("${AWS::Region}", region, StringComparison.Ordinal);
                var asset = new Asset(
                    Path.Combine(folder, Text(file["source"]!["path"])),
                    Text(file["source"]!["packaging"]) == "zip",
                    bucket,
                    Text(destination["objectKey"]));
                await UploadAsync(client, asset, logger, cancellationToken);
            }
        }
    }

    private static async Task UploadAsync(
        AmazonS3Client client, Asset asset, ILogger logger, CancellationToken cancellationToken)
    {
        if (await ExistsAsync(client, asset, cancellationToken))
        {
            return;
        }

        Uploading(logger, asset.Key, asset.Bucket);
        var content = asset.IsFolder ? await ZippedAsync(asset.Path, cancellationToken) : File.OpenRead(asset.Path);
        await using (content)
        {
            await client.PutObjectAsync(
                new()
                {
                    BucketName = asset.Bucket,
                    Key = asset.Key,
                    InputStream = content,
                    // The content is at hand in full, so it can be signed in one piece, which every S3 understands.
                    UseChunkEncoding = false,
                },
                cancellationToken);
        }
    }

    /// <summary>
    /// Asset keys are hashes of the content, so what is there is the same. 403 is 404 for who may not list.
    /// </summary>
    private static async Task<bool> ExistsAsync(AmazonS3Client client, Asset asset, CancellationToken cancellationToken)
    {
        try
        {
            await client.GetObjectMetadataAsync(asset.Bucket, asset.Key, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception exception)
            when (exception.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            return false;
        }
    }

    private static async Task<Stream> ZippedAsync(string folder, CancellationToken cancellationToken)
    {
        var zipped = new MemoryStream();
        await ZipFile.CreateFromDirectoryAsync(
            folder, zipped, CompressionLevel.Fastest, includeBaseDirectory: false, cancellationToken);
        zipped.Position = 0;
        return zipped;
    }

    private static async Task<(string Account, string Region)> WhereAsync(
        IAWSSDKConfig? settings, CancellationToken cancellationToken)
    {
        using var client = Client<AmazonSecurityTokenServiceConfig, AmazonSecurityTokenServiceClient>(
            settings, config => new(config), (credentials, config) => new(credentials, config));
        var identity = await client.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken);
        return (identity.Account, client.Config.RegionEndpoint?.SystemName ?? throw new AWSProvisioningException(
            "Failed to determine the AWS region for CDK asset upload. Configure a region via IAWSSDKConfig, the "
                + "AWS_REGION environment variable, or your AWS config file."));
    }

    private static TClient Client<TConfig, TClient>(
        IAWSSDKConfig? settings, Func<TConfig, TClient> plain, Func<AWSCredentials, TConfig, TClient> withCredentials)
        where TConfig : ClientConfig, new()
    {
        var config = settings?.CreateServiceConfig<TConfig>();
        return config is null
            ? plain(new())
            : withCredentials(DefaultAWSCredentialsIdentityResolver.GetCredentials(config), config);
    }

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? string.Empty;

    [LoggerMessage(LogLevel.Information, "Uploading CDK asset {ObjectKey} to s3://{Bucket}")]
    private static partial void Uploading(ILogger logger, string objectKey, string bucket);

    private sealed record Asset(string Path, bool IsFolder, string Bucket, string Key);
}
