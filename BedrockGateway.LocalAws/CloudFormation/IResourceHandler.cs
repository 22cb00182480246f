using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.CloudFormation;

/// <summary>
/// Creates, updates and deletes the resources of one CloudFormation type. Each service brings its own handlers.
/// </summary>
internal interface IResourceHandler
{
    /// <summary>CloudFormation's type name, such as <c>AWS::Cognito::UserPool</c>.</summary>
    string Type { get; }

    /// <summary>Top-level properties whose change replaces the resource (create-only in the resource schema).</summary>
    IReadOnlySet<string> CreateOnlyProperties { get; }

    /// <exception cref="Wire.AwsFault">The resource cannot be made; its message becomes the status reason.</exception>
    ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken);

    /// <summary>Changes the resource in place.</summary>
    /// <exception cref="Wire.AwsFault">
    /// The resource cannot be changed; its message becomes the status reason.
    /// </exception>
    ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken);

    /// <summary>Removes the resource; one that is gone already counts as removed.</summary>
    /// <exception cref="Wire.AwsFault">
    /// The resource cannot be removed; its message becomes the status reason.
    /// </exception>
    ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken);
}

/// <summary>What a handler works from: every intrinsic in <paramref name="Properties"/> is resolved.</summary>
/// <param name="StackName">Name of the stack, the prefix of generated names.</param>
/// <param name="StackId">ARN of the stack.</param>
/// <param name="LogicalId">The resource's name in the template.</param>
/// <param name="Properties">The resource's properties; a handler keeps no reference to them.</param>
internal sealed record ResourceRequest(string StackName, string StackId, string LogicalId, JsonObject Properties)
{
    /// <summary>
    /// A name as CloudFormation generates it: <c>{stack}-{logical}-{12 upper-case alphanumerics}</c>.
    /// </summary>
    /// <param name="maxLength">Longest name that the type takes; stack and logical id are cut to fit.</param>
    public string GenerateName(int maxLength)
    {
        var suffix = RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 12);
        var prefix = $"{StackName}-{LogicalId}";
        var room = maxLength - suffix.Length - 1;
        return $"{(prefix.Length > room ? prefix[..room] : prefix)}-{suffix}";
    }
}

/// <summary>What a handler made.</summary>
/// <param name="PhysicalId">What <c>Ref</c> returns and what update and delete are given.</param>
/// <param name="Attributes">What <c>Fn::GetAtt</c> returns, by attribute name.</param>
internal sealed record ResourceResult(string PhysicalId, IReadOnlyDictionary<string, string> Attributes);
