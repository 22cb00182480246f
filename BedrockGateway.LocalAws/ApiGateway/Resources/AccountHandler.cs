using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.ApiGateway.Resources;

/// <summary>
/// <c>AWS::ApiGateway::Account</c>: sets the account's role for logs, and leaves it set when the resource goes.
/// </summary>
internal sealed class AccountHandler(AccountSettings account) : IResourceHandler
{
    private const int MaxNameLength = 255;

    public string Type => "AWS::ApiGateway::Account";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string>();

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        new(Apply(request.GenerateName(MaxNameLength), request.Properties));

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        new(Apply(physicalId, request.Properties));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken) =>
        default;

    private ResourceResult Apply(string id, JsonObject properties)
    {
        account.CloudWatchRoleArn = properties.Text("CloudWatchRoleArn");
        return new(id, new Dictionary<string, string> { ["Id"] = id });
    }
}
