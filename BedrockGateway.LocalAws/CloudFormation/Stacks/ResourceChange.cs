namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>What a change set would do to one resource.</summary>
/// <param name="Action"><c>Add</c>, <c>Modify</c> or <c>Remove</c>.</param>
/// <param name="LogicalId">Name in the template.</param>
/// <param name="PhysicalId">Present physical id, <see langword="null"/> for an addition.</param>
/// <param name="Type">Resource type.</param>
/// <param name="Replacement"><c>True</c>, <c>False</c> or <c>Conditional</c> for a modification.</param>
/// <param name="PolicyAction">What becomes of what is there: <c>Delete</c>, <c>Retain</c>, <c>ReplaceAndDelete</c>,
/// <c>ReplaceAndRetain</c>.</param>
/// <param name="Details">The properties and attributes that change.</param>
internal sealed record ResourceChange(
    string Action,
    string LogicalId,
    string? PhysicalId,
    string Type,
    string? Replacement,
    string? PolicyAction,
    IReadOnlyList<ChangeDetail> Details);

/// <summary>One property or attribute that changes.</summary>
/// <param name="Attribute"><c>Properties</c>, <c>Metadata</c>, <c>DeletionPolicy</c> or
/// <c>UpdateReplacePolicy</c>.</param>
/// <param name="Name">Property, <see langword="null"/> for another attribute.</param>
/// <param name="RequiresRecreation"><c>Never</c>, <c>Always</c> or <c>Conditionally</c>.</param>
/// <param name="IsDynamic">Whether only the execution will tell the new value.</param>
internal sealed record ChangeDetail(string Attribute, string? Name, string RequiresRecreation, bool IsDynamic);
