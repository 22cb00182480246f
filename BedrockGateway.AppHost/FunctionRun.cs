namespace BedrockGateway.AppHost;

/// <summary>What is known of a function's process: whether it is up, and how often in a row it has crashed.</summary>
internal sealed class FunctionRun(IResource function)
{
    // Who has run for so long is as good as new.
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(1);

    // Whoever watches begins when the function runs.
    private bool _isUp = true;

    public IResource Function { get; } = function;

    /// <summary>Crashes since the function last ran for a minute, or since somebody gave it a command.</summary>
    public int Crashes { get; private set; }

    /// <summary>What is under way because of the last crash.</summary>
    public Task Restart { get; set; } = Task.CompletedTask;

    /// <summary>Takes the next snapshot, and says whether it is the first one after a crash.</summary>
    /// <remarks>
    /// The end of a process that was told to stop is none, whatever its exit code; neither is an end without an error.
    /// </remarks>
    public bool HasCrashed(CustomResourceSnapshot snapshot)
    {
        var state = snapshot.State?.Text;
        if (state == KnownResourceStates.Running || state == KnownResourceStates.Starting)
        {
            _isUp = true;
        }
        else if (state == KnownResourceStates.Stopping)
        {
            _isUp = false;
            Forget();
        }
        else if (_isUp && snapshot.ExitCode is { } exitCode && HasEnded(state))
        {
            _isUp = false;
            Crashes = exitCode == 0 ? 0 : snapshot.StopTimeStamp - snapshot.StartTimeStamp >= Calm ? 1 : Crashes + 1;
            return exitCode != 0;
        }

        return false;
    }

    public void Forget() => Crashes = 0;

    // A process that could not be started at all is not better off with another attempt.
    private static bool HasEnded(string? state) =>
        state == KnownResourceStates.Finished || state == KnownResourceStates.Exited;
}
