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
        var variables = Environment.GetEnvironmentVariables().Keys.Cast<string>();
        foreach (var warning in configuration.WarningsOf(settings, variables))
        {
            await Console.Error.WriteLineAsync($"Warning: {warning}");
        }
    }

    /// <param name="configuration">What was given, the environment included.</param>
    /// <param name="settings">What was read from it.</param>
    /// <param name="variables">Names in the environment, where every program that runs here has its own.</param>
    public static IEnumerable<string> WarningsOf(
        this IConfiguration configuration, GatewaySettings settings, IEnumerable<string> variables)
    {
        var environment = variables.ToHashSet(StringComparer.OrdinalIgnoreCase);
        // Unlike CDK's context, configuration takes a name in any case.
        var names = configuration.GetChildren().Select(section => section.Key.ToUpperInvariant());
        return SettingWarnings.OfNames(names, IsOurs).Concat(SettingWarnings.Of(settings))
            .Select(warning => warning.Text);

        bool IsOurs(string name) => !environment.Contains(name)
            && !StrippedPrefixes.Any(prefix => environment.Contains(prefix + name));
    }
}
