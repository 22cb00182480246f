namespace BedrockGateway.Api.Hosting;

/// <summary>What this process is: one of the three Lambda functions, or the whole API on Kestrel.</summary>
internal enum FunctionRole
{
    Kestrel,
    Accounts,
    Models,
    PreSignup,
}
