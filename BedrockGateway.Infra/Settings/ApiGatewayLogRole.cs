namespace BedrockGateway.Infra;

/// <summary>Where API Gateway's permission to write logs comes from; one serves an account and Region.</summary>
public enum ApiGatewayLogRole
{
    /// <summary>The stack makes a role and enters it for the account; both stay when the stack goes.</summary>
    Create,

    /// <summary>The account's settings have a role already.</summary>
    Existing,

    /// <summary>There is none, so there is no log of API Gateway's, and no metric taken from it.</summary>
    None,
}
