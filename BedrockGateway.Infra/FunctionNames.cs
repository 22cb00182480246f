namespace BedrockGateway.Infra;

/// <summary>
/// The functions' names, fixed by the stack's name. Integration URIs are built from them instead of references, because
/// the functions' environment needs the usage plan, which needs the stage, which needs the methods.
/// </summary>
/// <param name="stackName">Name of the stack.</param>
public sealed class FunctionNames(string stackName)
{
    /// <summary>Registration and login.</summary>
    public string Accounts { get; } = $"{stackName}-accounts";

    /// <summary>Listing and calling models.</summary>
    public string Models { get; } = $"{stackName}-models";

    /// <summary>Cognito's PreSignUp trigger; there only with an organization domain.</summary>
    public string PreSignup { get; } = $"{stackName}-pre-signup";

    /// <summary>Those that a stack of some settings has, with the word that its logical ids use.</summary>
    /// <param name="settings">The settings.</param>
    internal IEnumerable<(string Id, string Name)> All(GatewaySettings settings) =>
        settings.OrganizationDomain is null
            ? [("Accounts", Accounts), ("Models", Models)]
            : [("Accounts", Accounts), ("Models", Models), ("PreSignup", PreSignup)];
}
