using System.Collections.Frozen;
using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Ecr;

/// <summary><c>AWS::ECR::Repository</c>, which <c>cdk bootstrap</c> makes; only its name matters here.</summary>
internal sealed class RepositoryHandler(RepositoryStore repositories) : IResourceHandler
{
    private const int MaxNameLength = 256;

    public string Type => "AWS::ECR::Repository";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new[] { "RepositoryName" }.ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="AwsFault"><c>RepositoryAlreadyExistsException</c>.</exception>
    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = request.Properties.Text("RepositoryName") ?? request.GenerateName(MaxNameLength).ToLowerInvariant();
        return new(Describe(repositories.TryAdd(name) ?? throw new AwsFault(
            "RepositoryAlreadyExistsException",
            $"Resource of type '{Type}' with identifier '{name}' already exists.")));
    }

    /// <exception cref="AwsFault"><c>RepositoryNotFoundException</c>.</exception>
    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        new(Describe(repositories.Find(physicalId) ?? throw new AwsFault(
            "RepositoryNotFoundException", $"The repository {physicalId} does not exist.", HttpStatusCode.NotFound)));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        repositories.Remove(physicalId);
        return default;
    }

    private static ResourceResult Describe(Repository repository) =>
        new(repository.Name, new Dictionary<string, string>
        {
            ["Arn"] = repository.Arn,
            ["RepositoryUri"] = repository.Uri,
        });
}
