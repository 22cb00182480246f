using System.Collections.Frozen;
using System.Text.Json;
using BedrockGateway.Api.Models;

namespace BedrockGateway.Api.Calls;

/// <summary>Names for models that the company gave: <c>MODEL_ALIASES</c>.</summary>
/// <remarks>
/// <c>{"gpt-4o":"us.anthropic.claude-sonnet-4-6","fast":["amazon.nova-lite-v1:0","amazon.nova-micro-v1:0"]}</c>: of
/// several models, each stands in for those before it.
/// </remarks>
internal sealed class ModelAliases
{
    public const string Setting = "MODEL_ALIASES";

    private readonly FrozenDictionary<string, string[]> _models;

    private ModelAliases(Dictionary<string, string[]> models) =>
        _models = models.ToFrozenDictionary(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, string[]>> All => _models;

    /// <param name="json">The setting; none or empty for no aliases.</param>
    /// <returns>The aliases; <see langword="null"/> where the setting is no such JSON.</returns>
    public static ModelAliases? TryParse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return new([]);
        }

        try
        {
            var root = JsonElement.Parse(json);
            if (root.ValueKind is not JsonValueKind.Object)
            {
                return null;
            }

            var models = new Dictionary<string, string[]>(StringComparer.Ordinal);
            foreach (var entry in root.EnumerateObject())
            {
                models[entry.Name] = IdsOf(entry.Value);
            }

            var areIds = models.Values.All(ids => ids.Length > 0 && Array.TrueForAll(ids, ModelId.IsValid));
            return areIds ? new(models) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The models that a name stands for, in the order in which they are tried; else itself.</summary>
    public string[] Resolve(string name) => _models.TryGetValue(name, out var models) ? models : [name];

    private static string[] IdsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String) =>
            [.. value.EnumerateArray().Select(item => item.GetString()!)],
        _ => [],
    };
}
