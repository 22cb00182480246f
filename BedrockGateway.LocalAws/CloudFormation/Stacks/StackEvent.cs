namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>One line of a stack's history.</summary>
/// <param name="EventId">A UUID for the stack itself, else <c>{logical}-{status}-{time}</c>.</param>
/// <param name="LogicalId">Resource, or name of the stack.</param>
/// <param name="PhysicalId">Physical id, empty until there is one; ARN of the stack.</param>
/// <param name="Type">Resource type; <c>AWS::CloudFormation::Stack</c> for the stack.</param>
/// <param name="Timestamp">Unique in the stack, so that pollers can tell events apart.</param>
/// <param name="Status">Status that was entered.</param>
/// <param name="Reason">Why, where there is more to say.</param>
/// <param name="Properties">Properties as JSON text, <see langword="null"/> for the stack.</param>
/// <param name="ClientRequestToken">Token of the request that started the operation.</param>
internal sealed record StackEvent(
    string EventId,
    string LogicalId,
    string PhysicalId,
    string Type,
    DateTimeOffset Timestamp,
    string Status,
    string? Reason,
    string? Properties,
    string? ClientRequestToken);
