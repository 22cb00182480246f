namespace BedrockGateway.Infra;

/// <summary>Settings as the function behind the models reads them from its environment.</summary>
public static class ModelsVariables
{
    /// <returns>Variables by name; those of settings that nobody made are left out.</returns>
    public static IReadOnlyDictionary<string, string> Of(GatewaySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var variables = new Dictionary<string, string> { ["ALLOWED_MODELS"] = settings.AllowedModels };
        if (settings.ModelAliases is { } aliases)
        {
            variables["MODEL_ALIASES"] = aliases;
        }

        if (settings.DefaultGuardrail is { } guardrail)
        {
            variables["DEFAULT_GUARDRAIL"] = guardrail;
        }

        return variables;
    }
}
