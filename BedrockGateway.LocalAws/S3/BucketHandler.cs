using System.Collections.Frozen;
using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.S3;

/// <summary>
/// <c>AWS::S3::Bucket</c>: a name and what is put there; every other property is accepted and has no effect.
/// </summary>
internal sealed class BucketHandler(LocalAwsOptions options, BucketStore buckets) : IResourceHandler
{
    private const int MaxNameLength = 63;

    public string Type => "AWS::S3::Bucket";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new[] { "BucketName" }.ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="AwsFault"><c>BucketAlreadyOwnedByYou</c> (409).</exception>
    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = request.Properties.Text("BucketName") ?? request.GenerateName(MaxNameLength).ToLowerInvariant();
        return buckets.TryAdd(name)
            ? ValueTask.FromResult(Describe(name))
            : throw new AwsFault("BucketAlreadyOwnedByYou", $"{name} already exists", HttpStatusCode.Conflict);
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        ValueTask.FromResult(Describe(physicalId));

    /// <exception cref="AwsFault"><c>BucketNotEmpty</c> (409).</exception>
    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        if (buckets.Find(physicalId) is { IsEmpty: false })
        {
            throw new AwsFault(
                "BucketNotEmpty", "The bucket you tried to delete is not empty", HttpStatusCode.Conflict);
        }

        buckets.Remove(physicalId);
        return ValueTask.CompletedTask;
    }

    private ResourceResult Describe(string name) => new(name, new Dictionary<string, string>
    {
        ["Arn"] = $"arn:aws:s3:::{name}",
        ["DomainName"] = $"{name}.s3.amazonaws.com",
        ["DualStackDomainName"] = $"{name}.s3.dualstack.{options.Region}.amazonaws.com",
        ["RegionalDomainName"] = $"{name}.s3.{options.Region}.amazonaws.com",
        ["WebsiteURL"] = $"http://{name}.s3-website-{options.Region}.amazonaws.com",
    });
}
