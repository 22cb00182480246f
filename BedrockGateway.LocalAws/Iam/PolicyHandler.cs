using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Iam.Policies;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam;

/// <summary>
/// <c>AWS::IAM::Policy</c> and <c>AWS::IAM::ManagedPolicy</c>: names and attributes of <paramref name="identity"/>, and
/// what the policy says to the roles that it lists. Users and groups do not exist here.
/// </summary>
internal sealed class PolicyHandler(InertResourceHandler identity, PolicyStore policies) : IResourceHandler
{
    public string Type => identity.Type;

    public IReadOnlySet<string> CreateOnlyProperties => identity.CreateOnlyProperties;

    /// <exception cref="AwsFault"><c>MalformedPolicyDocument</c> (400).</exception>
    public async ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var policy = Read(request);
        var made = await identity.CreateAsync(request, cancellationToken);
        policies.Put(made.PhysicalId, policy);
        return made;
    }

    /// <exception cref="AwsFault"><c>MalformedPolicyDocument</c> (400).</exception>
    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        policies.Put(physicalId, Read(request));
        return identity.UpdateAsync(request, physicalId, previousProperties, cancellationToken);
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        policies.Remove(physicalId);
        return identity.DeleteAsync(physicalId, properties, cancellationToken);
    }

    private static AttachedPolicy Read(ResourceRequest request) =>
        new(request.Properties.Texts("Roles"), PolicyDocument.Parse(request.Properties.Require("PolicyDocument")));
}
