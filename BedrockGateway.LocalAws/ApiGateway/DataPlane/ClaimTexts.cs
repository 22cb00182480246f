using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>Claims as the event carries them: every value a string.</summary>
internal static class ClaimTexts
{
    public static IReadOnlyDictionary<string, string> Of(JsonObject claims)
    {
        var texts = new Dictionary<string, string>(claims.Count, StringComparer.Ordinal);
        foreach (var (name, value) in claims)
        {
            if (value is not null)
            {
                texts[name] = TextOf(name, value);
            }
        }

        return texts;
    }

    private static string TextOf(string name, JsonNode value) => value switch
    {
        JsonArray items when items.All(item => item?.GetValueKind() == JsonValueKind.String) =>
            string.Join(',', items.Select(item => item!.GetValue<string>())),
        JsonArray or JsonObject => value.ToJsonString(),
        _ when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ when name is "exp" or "iat" && long.TryParse(value.ToJsonString(), out var seconds) => JavaDate(seconds),
        _ => value.ToJsonString(),
    };

    // java.util.Date.toString(): Sun Apr 19 08:06:14 UTC 2020
    private static string JavaDate(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime
        .ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture);
}
