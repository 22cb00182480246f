using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BedrockGateway.Infra.Settings;

/// <summary>Names with the models that they stand for, as JSON; kept without white space.</summary>
internal sealed partial class AliasesSettingAttribute(string name) : SettingAttribute(name)
{
    // A function's environment has room for 4 KB.
    private const int MaxChars = 2_000;

    public override string Allowed =>
        "a JSON object of names and ids of models or lists of ids, such as "
        + "{\"gpt-4o\":\"us.anthropic.claude-sonnet-4-6\",\"fast\":[\"amazon.nova-lite-v1:0\"]}, "
        + "in at most 2000 characters";

    public override object? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject { Count: > 0 } aliases
                && aliases.All(alias => AliasForm().IsMatch(alias.Key) && IsTarget(alias.Value))
                && aliases.ToJsonString() is { Length: <= MaxChars } compact
                    ? compact
                    : null;
        }
        catch (Exception invalid) when (invalid is JsonException or ArgumentException)
        {
            // No JSON, or one name twice.
            return null;
        }
    }

    private static bool IsTarget(JsonNode? target) => target is JsonArray ids
        ? ids.Count > 0 && ids.All(IsModel)
        : IsModel(target);

    private static bool IsModel(JsonNode? id) =>
        id is JsonValue value && value.TryGetValue<string>(out var text) && ModelForm().IsMatch(text);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._:/@-]{0,127}\z")]
    private static partial Regex AliasForm();

    // An id, or an ARN with its colons and slashes.
    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._:/-]{0,511}\z")]
    private static partial Regex ModelForm();
}
