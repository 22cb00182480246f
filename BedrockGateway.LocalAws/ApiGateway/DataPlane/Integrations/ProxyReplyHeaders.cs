using System.Buffers;
using System.Text.Json;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane.Integrations;

/// <summary>Merges the two header maps of a proxy reply.</summary>
internal sealed class ProxyReplyHeaders
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private readonly List<KeyValuePair<string, string>> _single = [];
    private readonly List<KeyValuePair<string, string>> _multiple = [];

    public void AddSingle(JsonElement map)
    {
        if (!IsMap(map, "headers"))
        {
            return;
        }

        foreach (var header in map.EnumerateObject())
        {
            Add(_single, header.Name, header.Value);
        }
    }

    public void AddMultiple(JsonElement map)
    {
        if (!IsMap(map, "multiValueHeaders"))
        {
            return;
        }

        foreach (var header in map.EnumerateObject())
        {
            if (header.Value.ValueKind != JsonValueKind.Array)
            {
                throw new FormatException($"the header '{header.Name}' in multiValueHeaders is no list");
            }

            foreach (var value in header.Value.EnumerateArray())
            {
                Add(_multiple, header.Name, value);
            }
        }
    }

    /// <summary>Cookies of a streamed reply, each of which becomes a <c>Set-Cookie</c>.</summary>
    public void AddCookies(JsonElement list)
    {
        if (list.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null))
        {
            throw new FormatException("its cookies are no list");
        }

        foreach (var cookie in list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default)
        {
            Add(_multiple, "Set-Cookie", cookie);
        }
    }

    /// <summary>
    /// Values of <c>multiValueHeaders</c> first, under its spelling of the name; then those of <c>headers</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string[]> Merge() => _multiple.Concat(_single)
        .GroupBy(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase)
        .Where(group => !group.Key.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
        .ToDictionary(group => Rename(group.Key), group => group.ToArray(), StringComparer.OrdinalIgnoreCase);

    // What the gateway owns of the connection reaches the client under another name.
    private static string Rename(string name) => name.ToUpperInvariant() switch
    {
        "CONNECTION" or "CONTENT-LENGTH" or "DATE" or "SERVER" or "WWW-AUTHENTICATE" => $"x-amzn-Remapped-{name}",
        _ => name,
    };

    private static bool IsMap(JsonElement map, string name) => map.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.Object => true,
        _ => throw new FormatException($"its {name} is no object"),
    };

    private static void Add(List<KeyValuePair<string, string>> headers, string name, JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => throw new FormatException($"the value of the header '{name}' is no string"),
        };
        if (name.Length == 0
            || name.AsSpan().ContainsAnyExcept(NameCharacters)
            || text?.AsSpan().ContainsAnyExceptInRange('\t', '~') == true
            || text?.AsSpan().ContainsAnyInRange('\n', '\u001f') == true)
        {
            throw new FormatException($"the header '{name}' cannot be sent");
        }

        if (text is not null)
        {
            headers.Add(new(name, text));
        }
    }
}
