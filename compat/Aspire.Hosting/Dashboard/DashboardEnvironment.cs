namespace Aspire.Hosting.Dashboard;

/// <summary>The environment that the dashboard is started with.</summary>
internal static class DashboardEnvironment
{
    public static Dictionary<string, string> Of(DashboardConfiguration settings, Uri resourceService)
    {
        var variables = new Dictionary<string, string>(settings.PassedOn)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = settings.Urls,
            ["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] = resourceService.GetLeftPart(UriPartial.Authority),
            ["ASPIRE_DASHBOARD_API_ENABLED"] = "true",
            // Nothing is sent to anybody unless the developer says so.
            ["ASPIRE_DASHBOARD_TELEMETRY_OPTOUT"] = "true",
            ["ASPIRE_CLI_TELEMETRY_OPTOUT"] = "true",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "true",
            ["LOGGING__LOGLEVEL__DEFAULT"] = "Warning",
        };
        Add(variables, "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", settings.OtlpGrpcUrl);
        Add(variables, "ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL", settings.OtlpHttpUrl);
        Guard(variables, "FRONTEND", "BrowserToken", "BROWSERTOKEN", settings.BrowserToken);
        Guard(variables, "RESOURCESERVICECLIENT", "ApiKey", "APIKEY", settings.ResourceServiceApiKey);
        Guard(variables, "OTLP", "ApiKey", "PRIMARYAPIKEY", settings.OtlpApiKey);
        Guard(variables, "API", "ApiKey", "PRIMARYAPIKEY", settings.TelemetryApiKey);
        return variables;
    }

    private static void Guard(
        Dictionary<string, string> variables, string section, string mode, string secretName, string? secret)
    {
        variables[$"DASHBOARD__{section}__AUTHMODE"] = secret is null ? "Unsecured" : mode;
        Add(variables, $"DASHBOARD__{section}__{secretName}", secret);
    }

    private static void Add(Dictionary<string, string> variables, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            variables[name] = value;
        }
    }
}
