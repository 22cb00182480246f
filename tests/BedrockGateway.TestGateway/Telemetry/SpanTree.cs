namespace BedrockGateway.TestGateway.Telemetry;

/// <summary>Spans as lines, each below the one that it belongs to.</summary>
internal static class SpanTree
{
    /// <param name="spans">Of any trace.</param>
    /// <param name="parentId">The span that the outermost lines belong to.</param>
    public static string Below(IReadOnlyList<ExportedSpan> spans, string parentId) =>
        string.Join('\n', Lines(spans, parentId, string.Empty));

    private static IEnumerable<string> Lines(IReadOnlyList<ExportedSpan> spans, string parentId, string indent) =>
        spans.Where(span => span.ParentId == parentId)
            .OrderBy(span => span.Started)
            .SelectMany(span => Lines(spans, span.Id, $"{indent}  ").Prepend($"{indent}{span}"));
}
