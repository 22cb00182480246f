namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>Name and ARN of a stack.</summary>
/// <param name="Name">Unique among the stacks that are not deleted.</param>
/// <param name="Id"><c>arn:aws:cloudformation:{region}:{account}:stack/{name}/{uuid}</c>.</param>
internal sealed record StackIdentity(string Name, string Id);
