using BedrockGateway.LocalAws.Lambda.Journal;

namespace BedrockGateway.LocalAws.Pages.Functions;

/// <summary><c>GET /_local/data/invocations/{id}</c>: event, reply and log of an invocation.</summary>
internal static class InvocationDetail
{
    public const string Path = $"{PagesRegistration.Data}/invocations/{{id}}";

    // A line takes a moment from the process to here, and may come after the reply.
    private static readonly TimeSpan LineDelay = TimeSpan.FromMilliseconds(250);

    public static void MapInvocationDetail(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, (RequestDelegate)HandleAsync);

    private static Task HandleAsync(HttpContext http)
    {
        var id = (string)http.Request.RouteValues["id"]!;
        var services = http.RequestServices;
        var journal = services.GetRequiredService<InvocationJournal>();
        if (journal.Find(id) is not { } entry)
        {
            return PageReply.FailAsync(
                http, StatusCodes.Status404NotFound, $"The invocation {id} is no longer remembered.");
        }

        // First, so that what has a whole reply is not shown as running.
        var reply = ReplyOf(entry);
        return PageReply.WriteAsync(
            http,
            new(
                entry.Function,
                InvocationView.Of(entry),
                PayloadView.Of(entry.Invocation.Payload),
                reply is { } made ? PayloadView.Of(made) : null,
                entry.End?.Report,
                [.. LinesOf(entry, journal, services.GetRequiredService<FunctionLogStore>())]),
            PagesJsonContext.Default.InvocationDetailView);
    }

    // What is streamed is shown as far as it has come. Untyped, null would become an empty memory and no null.
    private static ReadOnlyMemory<byte>? ReplyOf(JournalEntry entry) =>
        entry.End is { } end ? end.Outcome.Payload
        : entry.Invocation.Reply.Kept is { IsEmpty: false } kept ? kept
        : (ReadOnlyMemory<byte>?)null;

    // Lines name no invocation but in Lambda's own formats. So it is those written while this one ran, without those
    // that name another; where several ran at once, that may be lines of all of them.
    private static IEnumerable<LogLineView> LinesOf(
        JournalEntry entry, InvocationJournal journal, FunctionLogStore log)
    {
        var others = journal.Of(entry.Function)
            .Select(other => other.Invocation.RequestId)
            .Where(id => id != entry.Invocation.RequestId)
            .ToList();
        return log.Of(entry.Function)
            .Where(line => line.At >= entry.ReceivedAt
                && (entry.End is not { } end || line.At <= end.EndedAt + LineDelay)
                && !others.Exists(id => line.Text.Contains(id, StringComparison.Ordinal)))
            .Select(LogLineView.Of);
    }
}

/// <param name="Function">Name of the function.</param>
/// <param name="Invocation">As in the list.</param>
/// <param name="Event">What the function got.</param>
/// <param name="Reply">
/// What it returned, or has streamed so far; <see langword="null"/> while there is nothing.
/// </param>
/// <param name="Report">The lines that Lambda itself logs at the end.</param>
/// <param name="Log">What the function's processes wrote meanwhile.</param>
internal sealed record InvocationDetailView(
    string Function,
    InvocationView Invocation,
    PayloadView Event,
    PayloadView? Reply,
    string? Report,
    IReadOnlyList<LogLineView> Log);
