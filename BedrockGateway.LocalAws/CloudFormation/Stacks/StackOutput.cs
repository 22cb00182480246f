namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>An output of a stack, as <c>DescribeStacks</c> returns it.</summary>
internal sealed record StackOutput(string Key, string Value, string? Description, string? ExportName);
