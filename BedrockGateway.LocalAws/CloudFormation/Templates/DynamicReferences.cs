using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.Ssm;

namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>References inside text to values that are kept elsewhere: <c>{{resolve:ssm:/name:1}}</c>.</summary>
/// <remarks>
/// SSM parameters only, of which the latest version is kept; <c>ssm-secure</c> and <c>secretsmanager</c> are refused.
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
/// </remarks>
internal static partial class DynamicReferences
{
    public static JsonNode? Resolve(JsonNode? node, Func<string, Parameter?> find)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (key, value) in map.ToArray())
                {
                    map[key] = Resolve(value?.DeepClone(), find);
                }

                return map;
            case JsonArray list:
                return new JsonArray([.. list.Select(item => Resolve(item?.DeepClone(), find))]);
            case JsonValue value when value.TryGetValue<string>(out var text)
                && text.Contains("{{resolve:", StringComparison.Ordinal):
                return Pattern().Replace(text, match => ValueOf(match, find));
            default:
                return node;
        }
    }

    [GeneratedRegex(@"\{\{resolve:(?<service>[^:}]+):(?<name>[^:}]+)(?::(?<version>[^}]*))?\}\}")]
    private static partial Regex Pattern();

    private static string ValueOf(Match match, Func<string, Parameter?> find)
    {
        var service = match.Groups["service"].Value;
        if (service != "ssm")
        {
            throw ValidationFault.Of($"LocalAws does not emulate dynamic references to {service}.");
        }

        var name = match.Groups["name"].Value;
        var version = match.Groups["version"];
        var full = version.Success ? $"{name}:{version.Value}" : name;
        return find(name) is { } parameter
            && (!version.Success || version.Value == parameter.Version.ToString(CultureInfo.InvariantCulture))
            ? parameter.Value
            : throw ValidationFault.Of(
                $"Unable to fetch parameters [{full}] from parameter store for this account.");
    }
}
