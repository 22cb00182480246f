using System.Collections.Frozen;
using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam;

/// <summary>
/// <c>AWS::IAM::Role</c>. Policies are accepted and have no effect: nothing here is refused for want of a permission.
/// </summary>
internal sealed class RoleHandler(RoleStore roles) : IResourceHandler
{
    private const int MaxNameLength = 64;

    public string Type => "AWS::IAM::Role";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new[] { "RoleName", "Path" }.ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="AwsFault"><c>EntityAlreadyExists</c> (409).</exception>
    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = request.Properties.Text("RoleName") ?? request.GenerateName(MaxNameLength);
        var path = request.Properties.Text("Path") ?? "/";
        var role = roles.TryAdd(name, path, TrustOf(request), request.Properties.Text("Description"))
            ?? throw new AwsFault(
                "EntityAlreadyExists", $"Role with name {name} already exists.", HttpStatusCode.Conflict);
        return ValueTask.FromResult(Describe(role));
    }

    /// <exception cref="AwsFault"><c>NoSuchEntity</c> (404).</exception>
    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        var role = roles.Find(physicalId) ?? throw GetRole.NotFound(physicalId);
        roles.Put(role with { TrustPolicy = TrustOf(request), Description = request.Properties.Text("Description") });
        return ValueTask.FromResult(Describe(role));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        roles.Remove(physicalId);
        return ValueTask.CompletedTask;
    }

    private static string TrustOf(ResourceRequest request) =>
        request.Properties.Require("AssumeRolePolicyDocument").ToJsonString();

    private static ResourceResult Describe(Role role) =>
        new(role.Name, new Dictionary<string, string> { ["Arn"] = role.Arn, ["RoleId"] = role.Id });
}
