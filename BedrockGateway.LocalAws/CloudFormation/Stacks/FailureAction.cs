namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>What follows a failed creation.</summary>
internal enum FailureAction
{
    /// <summary>What was made is removed and the stack stays, to be looked at.</summary>
    Rollback,

    /// <summary>What was made is removed, and the stack with it.</summary>
    Delete,

    /// <summary>Everything stays as it is.</summary>
    Nothing,
}
