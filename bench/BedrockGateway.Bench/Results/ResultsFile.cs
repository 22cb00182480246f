namespace BedrockGateway.Bench.Results;

/// <summary>
/// <c>bench/RESULTS.md</c>: every bench replaces its own part, between two comments, and leaves the rest as it is.
/// </summary>
internal sealed class ResultsFile(string path)
{
    /// <exception cref="BenchException">The file has no such part.</exception>
    public async Task ReplaceAsync(string part, IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        var text = await File.ReadAllTextAsync(path, cancellationToken);
        var (opening, closing) = ($"<!-- {part} -->\n", $"<!-- /{part} -->");
        var start = text.IndexOf(opening, StringComparison.Ordinal);
        var end = text.IndexOf(closing, StringComparison.Ordinal);
        if (start < 0 || end < start)
        {
            throw new BenchException($"{path} has no part between {opening.Trim()} and {closing}.");
        }

        var changed = $"{text[..(start + opening.Length)]}{string.Join('\n', lines)}\n{text[end..]}";
        await File.WriteAllTextAsync(path, changed, cancellationToken);
    }
}
