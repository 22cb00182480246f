namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>Query parameters in the order and case in which they were sent, decoded.</summary>
internal static class QueryList
{
    public static IReadOnlyList<KeyValuePair<string, string>> Parse(string query)
    {
        if (query.Length == 0)
        {
            return [];
        }

        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            pairs.Add(equals < 0
                ? new(Decode(part), string.Empty)
                : new(Decode(part[..equals]), Decode(part[(equals + 1)..])));
        }

        return pairs;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
