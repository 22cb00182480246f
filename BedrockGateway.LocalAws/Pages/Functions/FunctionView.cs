using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.Lambda.Journal;
using BedrockGateway.LocalAws.Lambda.RuntimeApi;

namespace BedrockGateway.LocalAws.Pages.Functions;

/// <summary>A function and whether anybody answers for it.</summary>
internal sealed record FunctionView(string Name, string State)
{
    public string? Handler { get; init; }

    public string? Runtime { get; init; }

    public double TimeoutSeconds { get; init; }

    public int MemoryMegabytes { get; init; }

    /// <summary><c>AWS_LAMBDA_RUNTIME_API</c> of a process for it.</summary>
    public required string RuntimeApi { get; init; }

    /// <summary>Polls that wait for an event; a process may have many.</summary>
    public int Free { get; init; }

    public int Running { get; init; }

    /// <summary>Events that wait for a process.</summary>
    public int Waiting { get; init; }

    /// <summary>Why the last process could not start.</summary>
    public string? InitError { get; init; }

    /// <summary>Invocations that are remembered.</summary>
    public int Invocations { get; init; }

    public DateTimeOffset? LastInvokedAt { get; init; }

    public static FunctionView Of(
        LambdaFunction function, RuntimeApiListener listener, IReadOnlyList<JournalEntry> invocations)
    {
        var settings = function.Settings;
        var runtime = listener.Runtime;
        var (waiting, free) = runtime.Queue.Count;
        return new(settings.Name, StateOf(runtime, free))
        {
            Handler = settings.Handler,
            Runtime = settings.Runtime,
            TimeoutSeconds = settings.Timeout.TotalSeconds,
            MemoryMegabytes = settings.MemoryMegabytes,
            RuntimeApi = listener.Address,
            Free = free,
            Running = runtime.Running,
            Waiting = waiting,
            InitError = runtime.InitError,
            Invocations = invocations.Count,
            LastInvokedAt = invocations is [var last, ..] ? last.ReceivedAt : null,
        };
    }

    private static string StateOf(FunctionRuntime runtime, int free) => runtime switch
    {
        { InitError: not null } => "failed",
        _ when free > 0 => "ready",
        { Running: > 0 } => "busy",
        { HasBeenPolled: true } => "gone",
        _ => "absent",
    };
}
