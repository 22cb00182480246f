using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Pages.Masking;

/// <summary>Puts the secrets back into an event that somebody saw masked and edited.</summary>
internal static class MaskedEdit
{
    /// <param name="edited">The event as it came back.</param>
    /// <param name="original">The event that was shown, before it was masked.</param>
    public static JsonNode? Restore(JsonNode? edited, JsonNode? original) =>
        Restore(edited, original, SecretMask.Of(original));

    // Whatever still is as it was shown becomes what it was; the rest is looked at part by part.
    private static JsonNode? Restore(JsonNode? edited, JsonNode? original, JsonNode? shown) =>
        JsonNode.DeepEquals(edited, shown)
            ? original?.DeepClone()
            : (edited, original, shown) switch
            {
                (JsonObject changed, JsonObject was, JsonObject seen) => new JsonObject(changed.Select(property =>
                    KeyValuePair.Create(
                        property.Key, Restore(property.Value, was[property.Key], seen[property.Key])))),
                (JsonArray changed, JsonArray was, JsonArray seen) => new JsonArray([.. changed.Select((item, index) =>
                    index < was.Count ? Restore(item, was[index], seen[index]) : item?.DeepClone())]),
                (JsonValue changed, JsonValue was, _) => RestoreText(changed, was) ?? changed.DeepClone(),
                _ => edited?.DeepClone(),
            };

    private static JsonValue? RestoreText(JsonValue edited, JsonValue original) =>
        edited.GetValueKind() == JsonValueKind.String
        && original.GetValueKind() == JsonValueKind.String
        && EmbeddedJson.TryParse(edited.GetValue<string>(), out var changed)
        && EmbeddedJson.TryParse(original.GetValue<string>(), out var was)
            ? JsonValue.Create(Restore(changed, was).ToText())
            : null;
}
