namespace BedrockGateway.LocalAws.Cognito;

/// <summary>The <c>{}</c> of operations that return nothing.</summary>
internal sealed record EmptyResponse
{
    public static EmptyResponse Instance { get; } = new();
}
