namespace BedrockGateway.LocalAws.Iam.Policies;

/// <summary>What the policies of a role say about a request.</summary>
internal enum Verdict
{
    /// <summary>No statement fits, which denies.</summary>
    NotAllowed,

    /// <summary>A statement allows it and none denies it.</summary>
    Allowed,

    /// <summary>A statement denies it, whatever others allow.</summary>
    Denied,
}
