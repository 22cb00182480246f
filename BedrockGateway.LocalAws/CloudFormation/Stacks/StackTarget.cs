using BedrockGateway.LocalAws.CloudFormation.Templates;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>What a stack is, or is to become.</summary>
/// <param name="Template">The template.</param>
/// <param name="Parameters">A value for each of its parameters.</param>
/// <param name="Tags">Tags of the stack; they are kept, not put on resources.</param>
/// <param name="Capabilities">Capabilities that the caller acknowledged.</param>
/// <param name="RoleArn">Role that was given; nobody assumes it.</param>
internal sealed record StackTarget(
    Template Template,
    IReadOnlyList<ParameterValue> Parameters,
    IReadOnlyList<StackTag> Tags,
    IReadOnlyList<string> Capabilities,
    string? RoleArn);

internal sealed record StackTag(string Key, string Value);
