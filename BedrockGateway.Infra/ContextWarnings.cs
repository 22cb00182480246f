using System.Text.Json;
using Amazon.CDK;
using Environment = System.Environment;

namespace BedrockGateway.Infra;

/// <summary>Has the CDK CLI print what should be said about the context that it was given.</summary>
internal static class ContextWarnings
{
    public static void AddTo(GatewayStack stack, GatewaySettings settings)
    {
        foreach (var warning in
            SettingWarnings.OfNames(ContextNames(), isOurs: _ => true).Concat(SettingWarnings.Of(settings)))
        {
            Annotations.Of(stack).AddWarningV2(warning.Id, warning.Text);
        }
    }

    // A construct tells the value of a name and not which names there are. The CLI passes all of them in a variable, or
    // those that are too long for one in a file.
    private static HashSet<string> ContextNames()
    {
        var file = Environment.GetEnvironmentVariable("CONTEXT_OVERFLOW_LOCATION");
        var passed = Environment.GetEnvironmentVariable("CDK_CONTEXT_JSON");
        return
        [
            .. NamesIn(passed),
            .. file is not null && File.Exists(file) ? NamesIn(File.ReadAllText(file)) : [],
        ];
    }

    private static IEnumerable<string> NamesIn(string? json)
    {
        if (json is null)
        {
            return [];
        }

        using var context = JsonDocument.Parse(json);
        return [.. context.RootElement.EnumerateObject().Select(entry => entry.Name)];
    }
}
