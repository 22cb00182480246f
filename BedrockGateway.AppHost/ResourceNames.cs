namespace BedrockGateway.AppHost;

/// <summary>Names of the resources in the app model, shared with the tests.</summary>
internal static class ResourceNames
{
    public const string Aws = "aws";

    public const string Stack = "stack";

    public const string Accounts = "accounts";

    public const string Models = "models";

    public const string PreSignup = "pre-signup";
}
