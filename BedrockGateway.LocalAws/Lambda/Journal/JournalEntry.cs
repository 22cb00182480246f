using BedrockGateway.LocalAws.Lambda.RuntimeApi;

namespace BedrockGateway.LocalAws.Lambda.Journal;

/// <summary>An invocation as it is remembered.</summary>
/// <param name="invocation">What was handed in, word for word.</param>
/// <param name="receivedAt">When it was handed in.</param>
internal sealed class JournalEntry(Invocation invocation, DateTimeOffset receivedAt)
{
    private InvocationEnd? _end;

    public Invocation Invocation => invocation;

    public string Function => invocation.Target.Settings.Name;

    public DateTimeOffset ReceivedAt => receivedAt;

    /// <summary>How it ended; <see langword="null"/> while it waits or runs.</summary>
    public InvocationEnd? End => Volatile.Read(ref _end);

    /// <summary>What it is about, read from the event when it is first asked for.</summary>
    public string Title => field ??= EventTitle.Of(invocation.Payload);

    /// <summary>Bytes of event and reply.</summary>
    public long Bytes => invocation.Payload.Length + (End?.Outcome.Payload.Length ?? 0L);

    public void Finish(InvocationEnd end) => Volatile.Write(ref _end, end);
}

/// <summary>How an invocation ended.</summary>
/// <param name="EndedAt">When.</param>
/// <param name="Outcome">Its reply or error.</param>
/// <param name="Duration">From hand-over to result; the whole wait where no process took it.</param>
/// <param name="Init">Start of the process to its first poll, of a process's first invocation.</param>
/// <param name="Report">The lines that Lambda itself logs.</param>
internal sealed record InvocationEnd(
    DateTimeOffset EndedAt, InvocationOutcome Outcome, TimeSpan Duration, TimeSpan? Init, string Report)
{
    /// <summary>Status of a proxy reply; <see langword="null"/> where the reply is none. Read once.</summary>
    public int? HttpStatus => _httpStatus.Value;

    private readonly Lazy<int?> _httpStatus = new(() => ProxyStatus.Of(Outcome.Payload));
}
