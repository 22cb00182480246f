using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.ApiGateway.Resources;

/// <summary>
/// <c>AWS::ApiGateway::Account</c>: the role for logs, which nothing here needs, so that it is accepted only.
/// </summary>
internal sealed class AccountHandler : IResourceHandler
{
    private const int MaxNameLength = 255;

    public string Type => "AWS::ApiGateway::Account";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string>();

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        new(ResultOf(request.GenerateName(MaxNameLength)));

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        new(ResultOf(physicalId));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken) =>
        default;

    private static ResourceResult ResultOf(string id) => new(id, new Dictionary<string, string> { ["Id"] = id });
}
