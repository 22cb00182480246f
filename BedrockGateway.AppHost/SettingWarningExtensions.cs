using BedrockGateway.Infra;
using Microsoft.Extensions.Configuration;

namespace BedrockGateway.AppHost;

/// <summary>Says at the start what the CDK CLI says when it deploys.</summary>
internal static class SettingWarningExtensions
{
    // Variables with these prefixes are in the configuration without them.
    private static readonly string[] StrippedPrefixes = ["DOTNET_", "ASPNETCORE_"];

    public static async Task WriteWarningsAsync(this IConfiguration configuration, GatewaySettings settings)
    {
        foreach (var warning in
            SettingWarnings.OfNames(NamesIn(configuration), IsOurs).Concat(SettingWarnings.Of(settings)))
        {
            await Console.Error.WriteLineAsync($"Warning: {warning.Text}");
        }
    }

    // Unlike CDK's context, configuration takes a name in any case.
    private static IEnumerable<string> NamesIn(IConfiguration configuration) =>
        configuration.GetChildren().Select(section => section.Key.ToUpperInvariant());

    // The environment has names for every program that runs here.
    private static bool IsOurs(string name)
    {
        var variables = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return !variables.Contains(name) && !StrippedPrefixes.Any(prefix => variables.Contains(prefix + name));
    }
}
