namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>How one resource went.</summary>
internal enum StepOutcome
{
    Unchanged,
    Created,
    Updated,
    Replaced,
    CreateFailed,
    UpdateFailed,
}
