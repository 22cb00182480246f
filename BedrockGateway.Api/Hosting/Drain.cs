namespace BedrockGateway.Api.Hosting;

/// <summary>
/// The end of a process on Kestrel. The server takes nothing new and closes connections that are idle; what is under
/// way goes on for the grace period, and is cut after it.
/// </summary>
internal sealed partial class Drain : IDisposable
{
    /// <summary>Setting with the grace period in seconds.</summary>
    public const string Setting = "SHUTDOWN_GRACE_SECONDS";

    /// <summary>Exit code of a process that had to cut something; 1 is one that could not start.</summary>
    public const int CutExitCode = 2;

    public const string ShuttingDown = "The gateway is shutting down. Try again.";

    /// <summary>What those who are cut are given to be told, and the server to close their connections.</summary>
    public static readonly TimeSpan ToTell = TimeSpan.FromSeconds(3);

    /// <summary>Below the 30 s after which ECS kills, with <see cref="ToTell"/> and some to spare.</summary>
    public static readonly TimeSpan DefaultGrace = TimeSpan.FromSeconds(25);

    private readonly TimeSpan _grace;
    private readonly ILogger<Drain> _log;
    private readonly CancellationTokenSource _over;
    private int _underWay;
    private int _cut;

    public Drain(TimeSpan grace, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<Drain> log)
    {
        _grace = grace;
        _log = log;
        _over = new(Timeout.InfiniteTimeSpan, clock);
        Over = _over.Token;
        lifetime.ApplicationStopping.Register(Begin);
        lifetime.ApplicationStopped.Register(End);
    }

    /// <summary>Cancelled at the end of the grace period.</summary>
    public CancellationToken Over { get; }

    /// <summary>What the process ends with.</summary>
    public int ExitCode => Volatile.Read(ref _cut) == 0 ? 0 : CutExitCode;

    public void Enter() => Interlocked.Increment(ref _underWay);

    public void Leave() => Interlocked.Decrement(ref _underWay);

    /// <summary>Counts a request that is cut.</summary>
    public void Cut() => Interlocked.Increment(ref _cut);

    public void Dispose() => _over.Dispose();

    private void Begin()
    {
        LogBegin(Volatile.Read(ref _underWay), (int)_grace.TotalSeconds);
        _over.CancelAfter(_grace);
    }

    private void End()
    {
        // What is under way even now ends with the process.
        var cut = Interlocked.Add(ref _cut, Volatile.Read(ref _underWay));
        LogEnd(cut == 0 ? LogLevel.Information : LogLevel.Warning, cut);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Shutting down with {Requests} requests under way, which have {GraceSeconds} s")]
    private partial void LogBegin(int requests, int graceSeconds);

    [LoggerMessage(Message = "Shut down, {CutRequests} requests were cut")]
    private partial void LogEnd(LogLevel level, int cutRequests);
}
