using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Embeddings by hashing: texts that share words are near each other, and equal texts are equal.</summary>
internal static class Embedding
{
    /// <summary>
    /// A vector of length 1: each word adds one to, or takes one from, the place that its hash picks.
    /// </summary>
    public static float[] Of(string text, int dimensions)
    {
        var vector = new float[dimensions];
        foreach (var word in Words(text))
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(word));
            vector[BitConverter.ToUInt32(hash) % (uint)dimensions] += hash[^1] % 2 == 0 ? 1 : -1;
        }

        var norm = MathF.Sqrt(vector.Sum(value => value * value));
        return norm == 0 ? vector : [.. vector.Select(value => value / norm)];
    }

    /// <summary>Lower-case words, split at everything that is neither letter nor digit.</summary>
    public static IEnumerable<string> Words(string text) =>
        string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The vector under each name of a type.</summary>
    public static JsonObject ByType(float[] vector, IEnumerable<string> types) => new(types.Distinct()
        .Select(type => KeyValuePair.Create<string, JsonNode?>(type, ToJson(vector, type))));

    /// <param name="vector">Values between -1 and 1.</param>
    /// <param name="type"><c>float</c>, <c>int8</c> (scaled to 127) or <c>binary</c> (the sign as 0 or 1).</param>
    /// <exception cref="AwsFault"><c>NotImplemented</c>: another type.</exception>
    public static JsonArray ToJson(float[] vector, string type = "float") => new(type switch
    {
        "float" => [.. vector.Select(value => JsonValue.Create(value))],
        "int8" => [.. vector.Select(value => JsonValue.Create((int)MathF.Round(value * sbyte.MaxValue)))],
        "binary" => [.. vector.Select(value => JsonValue.Create(value > 0 ? 1 : 0))],
        _ => throw AwsFault.NotEmulated("bedrock-runtime", $"InvokeModel with embeddings of type {type}"),
    });
}
