using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation.Templates;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>A resource of a stack, as it was last made or tried.</summary>
internal sealed record StackResource
{
    public required string LogicalId { get; init; }

    public required string Type { get; init; }

    /// <summary>Empty until the resource exists.</summary>
    public string PhysicalId { get; init; } = "";

    public required string Status { get; init; }

    public string? StatusReason { get; init; }

    public DateTimeOffset Timestamp { get; init; }

    /// <summary>Properties with every intrinsic resolved.</summary>
    public required JsonObject Properties { get; init; }

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    public string Metadata { get; init; } = "";

    public string DeletionPolicy { get; init; } = "Delete";

    public string UpdateReplacePolicy { get; init; } = "Delete";

    /// <summary>Whether there is something that a deletion has to remove.</summary>
    public bool Exists => PhysicalId.Length > 0 && Status is not ("DELETE_COMPLETE" or "DELETE_SKIPPED");

    public static StackResource From(TemplateResource declared, JsonObject properties, string status) => new()
    {
        LogicalId = declared.LogicalId,
        Type = declared.Type,
        Status = status,
        Properties = properties,
        Metadata = declared.Metadata,
        DeletionPolicy = declared.DeletionPolicy,
        UpdateReplacePolicy = declared.UpdateReplacePolicy,
    };

    /// <summary>What <c>Ref</c> (no attribute) or <c>Fn::GetAtt</c> returns.</summary>
    /// <exception cref="Wire.AwsFault"><c>ValidationError</c>: the type has no such attribute.</exception>
    public string Read(string? attribute) => attribute is null
        ? PhysicalId
        : Attributes.GetValueOrDefault(attribute) ?? throw ValidationFault.Of(
            $"Template error: resource {LogicalId} does not support attribute type {attribute} in Fn::GetAtt");
}
