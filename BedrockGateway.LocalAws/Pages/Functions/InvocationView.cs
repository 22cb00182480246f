using BedrockGateway.LocalAws.Lambda.Journal;

namespace BedrockGateway.LocalAws.Pages.Functions;

/// <summary>A line in the list of a function's invocations.</summary>
/// <param name="RequestId">Lambda's id of it.</param>
/// <param name="Title">What its event is about.</param>
/// <param name="ReceivedAt">When it was handed in.</param>
/// <param name="Status">
/// <c>waiting</c>, <c>running</c>, <c>ok</c>, <c>error</c> (the function's) or <c>timeout</c>.
/// </param>
internal sealed record InvocationView(string RequestId, string Title, DateTimeOffset ReceivedAt, string Status)
{
    /// <summary>Status of the reply to API Gateway.</summary>
    public int? HttpStatus { get; init; }

    public double? DurationMs { get; init; }

    public double? InitMs { get; init; }

    public static InvocationView Of(JournalEntry entry) => new(
        entry.Invocation.RequestId, entry.Title, entry.ReceivedAt, StatusOf(entry))
    {
        HttpStatus = entry.End?.HttpStatus,
        DurationMs = entry.End?.Duration.TotalMilliseconds,
        InitMs = entry.End?.Init?.TotalMilliseconds,
    };

    private static string StatusOf(JournalEntry entry) => entry.End?.Outcome switch
    {
        null => entry.Invocation.Started.IsCompleted ? "running" : "waiting",
        { Status: "timeout" } => "timeout",
        { FunctionError: not null } => "error",
        _ => "ok",
    };
}
