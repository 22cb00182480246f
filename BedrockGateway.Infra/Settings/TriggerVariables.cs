namespace BedrockGateway.Infra;

/// <summary>Settings as the user pool's trigger reads them from its environment.</summary>
public static class TriggerVariables
{
    /// <returns>Variables by name; none without a domain, which needs no trigger.</returns>
    public static IReadOnlyDictionary<string, string> Of(GatewaySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.OrganizationDomain is not { } domain ? new Dictionary<string, string>() : new()
        {
            ["ORGANIZATION_DOMAIN"] = domain,
            ["AUTO_CONFIRM_DOMAIN"] = settings.AutoConfirmDomain ? "true" : "false",
        };
    }
}
