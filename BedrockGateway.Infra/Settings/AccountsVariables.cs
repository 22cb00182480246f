namespace BedrockGateway.Infra;

/// <summary>Settings as the function behind the accounts reads them from its environment.</summary>
public static class AccountsVariables
{
    /// <returns>Variables by name; those of settings that nobody made are left out.</returns>
    public static IReadOnlyDictionary<string, string> Of(GatewaySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var variables = new Dictionary<string, string>();
        if (settings.PreventUserExistenceErrors)
        {
            variables["PREVENT_USER_EXISTENCE_ERRORS"] = "true";
        }

        if (!settings.KeyInToken)
        {
            variables["KEY_IN_TOKEN"] = "false";
        }

        if (settings.AdminEmails is { } administrators)
        {
            variables["ADMIN_EMAILS"] = administrators;
        }

        return variables;
    }
}
