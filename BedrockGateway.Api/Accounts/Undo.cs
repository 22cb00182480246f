namespace BedrockGateway.Api.Accounts;

/// <summary>What to take back, last first, unless all went well.</summary>
/// <remarks>It has a budget of its own and makes several attempts at each step.</remarks>
internal sealed partial class Undo(TimeProvider clock, ILogger<Undo> log) : IAsyncDisposable
{
    private const int Attempts = 5;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private readonly Stack<(string What, string Id, Func<CancellationToken, Task> Act)> _steps = new();

    /// <param name="what">The step, for the log.</param>
    /// <param name="id">Id of what it concerns, for the log; never an address or a key's value.</param>
    /// <param name="act">Takes the step back; may be called again after a failure.</param>
    public void Add(string what, string id, Func<CancellationToken, Task> act) => _steps.Push((what, id, act));

    /// <summary>All went well: nothing is to be taken back.</summary>
    public void Forget() => _steps.Clear();

    public async ValueTask DisposeAsync()
    {
        using var budget = new CancellationTokenSource(Budget, clock);
        while (_steps.TryPop(out var step))
        {
            await TryAsync(step.What, step.Id, step.Act, budget.Token);
        }
    }

    private async Task TryAsync(
        string what, string id, Func<CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await act(cancellationToken);
                return;
            }
#pragma warning disable CA1031 // Whatever fails must not hide the cause that the client gets, nor stop the other steps.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                if (attempt == Attempts || cancellationToken.IsCancellationRequested)
                {
                    LogLeftBehind(what, id, fault.GetType().Name);
                    return;
                }
            }

            await PauseAsync(FirstPause * (1 << (attempt - 1)), cancellationToken);
        }
    }

    // Out of budget: the next attempt fails at once and is logged.
    private async Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken) =>
        await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "A failed request left something behind: could not {What} of {Id}: {Fault}")]
    private partial void LogLeftBehind(string what, string id, string fault);
}
