using System.Collections.Frozen;
using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Iam.Policies;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam;

/// <summary><c>AWS::IAM::Role</c>. Its policies bind functions; any caller may assume it.</summary>
/// <remarks>Ignores <c>PermissionsBoundary</c>, <c>MaxSessionDuration</c> and <c>Tags</c>.</remarks>
internal sealed class RoleHandler(RoleStore roles) : IResourceHandler
{
    private const int MaxNameLength = 64;

    public string Type => "AWS::IAM::Role";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new[] { "RoleName", "Path" }.ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="AwsFault">
    /// <c>EntityAlreadyExists</c> (409); <c>MalformedPolicyDocument</c> (400).
    /// </exception>
    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = request.Properties.Text("RoleName") ?? request.GenerateName(MaxNameLength);
        var path = request.Properties.Text("Path") ?? "/";
        var role = roles.TryAdd(name, path, role => Read(role, request.Properties))
            ?? throw new AwsFault(
                "EntityAlreadyExists", $"Role with name {name} already exists.", HttpStatusCode.Conflict);
        return ValueTask.FromResult(Describe(role));
    }

    /// <exception cref="AwsFault">
    /// <c>NoSuchEntity</c> (404); <c>MalformedPolicyDocument</c> (400).
    /// </exception>
    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        var role = roles.Find(physicalId) ?? throw GetRole.NotFound(physicalId);
        roles.Put(Read(role, request.Properties));
        return ValueTask.FromResult(Describe(role));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        roles.Remove(physicalId);
        return ValueTask.CompletedTask;
    }

    private static Role Read(Role role, JsonObject properties) => role with
    {
        TrustPolicy = properties.Require("AssumeRolePolicyDocument").ToJsonString(),
        Description = properties.Text("Description"),
        Policies =
        [
            .. properties.Objects("Policies").Select(policy => PolicyDocument.Parse(policy["PolicyDocument"])),
        ],
        ManagedPolicyArns = properties.Texts("ManagedPolicyArns"),
    };

    private static ResourceResult Describe(Role role) =>
        new(role.Name, new Dictionary<string, string> { ["Arn"] = role.Arn, ["RoleId"] = role.Id });
}
