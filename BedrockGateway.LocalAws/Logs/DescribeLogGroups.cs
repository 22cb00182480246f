namespace BedrockGateway.LocalAws.Logs;

/// <summary>CloudWatch Logs <c>DescribeLogGroups</c>, on one page.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html
/// </remarks>
internal static class DescribeLogGroups
{
    public static Response Handle(Request request, LogGroupStore groups) => new(
        [.. groups.List(request.LogGroupNamePrefix ?? "").Select(Describe)]);

    internal sealed record Request(string? LogGroupNamePrefix);

    internal sealed record Response(Item[] LogGroups);

    internal sealed record Item(
        string LogGroupName,
        string Arn,
        long CreationTime,
        int? RetentionInDays,
        int MetricFilterCount,
        long StoredBytes);

    private static Item Describe(LogGroup group) => new(
        group.LogGroupName,
        group.Arn,
        group.CreationTime,
        group.RetentionInDays,
        group.MetricFilters.Count,
        StoredBytes: 0);
}
