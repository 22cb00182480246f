namespace BedrockGateway.Infra.Settings;

/// <summary>Letters to add, leave out, change or swap with their neighbour to make one word of another.</summary>
/// <remarks>The optimal string alignment distance.</remarks>
internal static class EditDistance
{
    public static int Between(string from, string to)
    {
        // Rows of the usual table: the one before the last, the last, and the one being filled.
        var (older, last) = (new int[to.Length + 1], Enumerable.Range(0, to.Length + 1).ToArray());
        for (var i = 1; i <= from.Length; i++)
        {
            var row = new int[to.Length + 1];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, 1 + Math.Min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    row[j] = Math.Min(row[j], older[j - 2] + 1);
                }
            }

            (older, last) = (last, row);
        }

        return last[^1];
    }
}
