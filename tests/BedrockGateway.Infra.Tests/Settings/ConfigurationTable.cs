using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using BedrockGateway.Infra.Settings;

namespace BedrockGateway.Infra.Tests.Settings;

/// <summary>The table of <c>docs/configuration.md</c>, made of what the settings declare and say.</summary>
internal sealed class ConfigurationTable
{
    private readonly Dictionary<string, XElement> _documented;

    private readonly JsonObject _local;

    /// <param name="documentationPath">The compiler's XML documentation of Infra.</param>
    /// <param name="localSettingsPath">What the local run sets.</param>
    public ConfigurationTable(string documentationPath, string localSettingsPath)
    {
        _documented = XDocument.Load(documentationPath).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value);
        _local = JsonNode.Parse(File.ReadAllText(localSettingsPath))!.AsObject();
    }

    public string Write()
    {
        var defaults = new GatewaySettings();
        var rows = SettingReader.Declared
            .OrderBy(declared => declared.Setting.Name, StringComparer.Ordinal)
            .Select(declared => Row(declared.Property, declared.Setting, declared.Property.GetValue(defaults)));
        return string.Join('\n', ["| name | is | allowed | default | local run |", "|---|---|---|---|---|", .. rows]);
    }

    private string Row(PropertyInfo property, SettingAttribute setting, object? fallback)
    {
        var local = _local[setting.Name] is { } value ? $"`{value}`" : string.Empty;
        return $"| `{setting.Name}` | {Summary(property)} | {Escape(setting.Allowed)} "
            + $"| {Default(setting, fallback)} | {local} |";
    }

    private string Summary(PropertyInfo property)
    {
        var summary = _documented[$"P:{property.DeclaringType!.FullName}.{property.Name}"].Element("summary")!;
        var text = string.Concat(summary.Nodes().Select(node => node switch
        {
            XText plain => plain.Value,
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            _ => throw new InvalidOperationException($"{property.Name} has {node} in its summary."),
        }));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Default(SettingAttribute setting, object? value) => value switch
    {
        null => "none",
        bool on => on ? "`true`" : "`false`",
        Enum member => $"`{((OneOfSettingAttribute)setting).TextOf(member)}`",
        _ => $"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`",
    };

    private static string Escape(string text) =>
        text.Replace("*", @"\*", StringComparison.Ordinal).Replace("<", @"\<", StringComparison.Ordinal);
}
