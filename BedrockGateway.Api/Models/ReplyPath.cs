using System.Globalization;
using System.Text.Json;

namespace BedrockGateway.Api.Models;

/// <summary>The small part of JSONPath (RFC 9535) that replies need: names, indexes, and one filter.</summary>
/// <remarks><c>$.a.b</c>, <c>$.a[0]</c>, <c>$.a[*]</c>, <c>$.a[?(@.name=="value")]</c>.</remarks>
internal sealed class ReplyPath
{
    private readonly List<Func<JsonElement, IEnumerable<JsonElement>>> _steps = [];

    private ReplyPath()
    {
    }

    /// <exception cref="FormatException">The path uses more of JSONPath than this knows.</exception>
    public static ReplyPath Parse(string path)
    {
        var parsed = new ReplyPath();
        var rest = path.StartsWith('$') ? path[1..] : throw Unknown(path);
        while (rest.Length > 0)
        {
            // .name runs to the next dot or bracket, [...] to its closing bracket.
            var end = rest[0] switch
            {
                '.' => rest.AsSpan(1).IndexOfAny('.', '[') is var next and >= 0 ? next + 1 : rest.Length,
                '[' => rest.IndexOf(']', StringComparison.Ordinal) + 1,
                _ => throw Unknown(path),
            };
            parsed._steps.Add(rest[0] switch
            {
                '[' when end > 0 => Bracketed(rest[1..(end - 1)], path),
                '.' when end > 1 => Named(rest[1..end]),
                _ => throw Unknown(path),
            });
            rest = rest[end..];
        }

        return parsed;
    }

    public IEnumerable<JsonElement> Find(JsonElement root) =>
        _steps.Aggregate<Func<JsonElement, IEnumerable<JsonElement>>, IEnumerable<JsonElement>>(
            [root], (found, step) => found.SelectMany(step));

    private static Func<JsonElement, IEnumerable<JsonElement>> Named(string name) =>
        element => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? [value]
            : [];

    private static Func<JsonElement, IEnumerable<JsonElement>> Bracketed(string inner, string path)
    {
        if (inner == "*")
        {
            return Items;
        }

        if (int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return element => Items(element).Skip(index).Take(1);
        }

        // ?(@.name=="value")
        return inner.StartsWith("?(@.", StringComparison.Ordinal) && inner.EndsWith("\")", StringComparison.Ordinal)
            && inner[4..^2].Split("==\"") is [var name, var value]
                ? element => Items(element).Where(item => Named(name)(item).Any(
                    found => found.ValueKind is JsonValueKind.String && found.ValueEquals(value)))
                : throw Unknown(path);
    }

    private static IEnumerable<JsonElement> Items(JsonElement element) =>
        element.ValueKind is JsonValueKind.Array ? element.EnumerateArray() : [];

    private static FormatException Unknown(string path) => new($"The path '{path}' is not understood.");
}
