using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BedrockGateway.LocalAws.Pages.Masking;

/// <summary>Events and replies as they are shown: without tokens, keys and passwords.</summary>
/// <remarks>
/// Masked is the text of everything that <see cref="SecretNames"/> calls a secret, and each JSON Web Token wherever it
/// stands. A string that is JSON itself, such as the body of a request, is treated likewise; one that is not, and
/// speaks of a secret, is masked as a whole where it is called <c>body</c>.
/// </remarks>
internal static partial class SecretMask
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Text = "••••••";

    private const string Body = "body";

    /// <summary>A masked copy.</summary>
    public static JsonNode? Of(JsonNode? node) => Of(node, name: null);

    /// <summary>A text that need not be JSON, such as a line of a log.</summary>
    public static string OfText(string text) => Token().Replace(text, Text);

    private static JsonNode? Of(JsonNode? node, string? name) => node switch
    {
        JsonObject properties => new JsonObject(properties.Select(property =>
            KeyValuePair.Create(property.Key, OfProperty(properties, property.Key, property.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => Of(item, name))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => OfString(value.GetValue<string>(), name),
        null => null,
        _ => node.DeepClone(),
    };

    // {"body":"eyJwYXNzd29yZCI6Ii4uLiJ9","isBase64Encoded":true}
    private static JsonNode? OfProperty(JsonObject owner, string name, JsonNode? value) =>
        name == Body
        && value?.GetValueKind() == JsonValueKind.String
        && owner["isBase64Encoded"]?.GetValueKind() == JsonValueKind.True
            ? JsonValue.Create(OfBase64(value.GetValue<string>()))
            : Of(value, name);

    private static string OfBase64(string encoded)
    {
        var content = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, content, out var length)
            && !SecretNames.AreIn(Encoding.UTF8.GetString(content.AsSpan(0, length)))
            ? encoded
            : Text;
    }

    private static JsonValue OfString(string text, string? name)
    {
        if (text.Length > 0 && name is not null && SecretNames.Contains(name))
        {
            return JsonValue.Create(Text);
        }

        if (EmbeddedJson.TryParse(text, out var inner))
        {
            var masked = Of(inner);
            // What holds no secret stays as it was written, to the blank.
            return JsonValue.Create(JsonNode.DeepEquals(inner, masked) ? text : masked.ToText());
        }

        return JsonValue.Create(name == Body && SecretNames.AreIn(text) ? Text : OfText(text));
    }

    // header.payload.signature in base64url, where the header begins with {" as every JSON object does.
    [GeneratedRegex(@"eyJ[\w-]+\.[\w-]+\.[\w-]*")]
    private static partial Regex Token();
}
