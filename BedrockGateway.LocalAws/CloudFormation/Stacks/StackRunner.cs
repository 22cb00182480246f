namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>Runs stack operations in the background, and ends them with the host.</summary>
internal sealed partial class StackRunner(ILogger<StackRunner> log) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _running = [];

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        Task[] running;
        lock (_gate)
        {
            running = [.. _running];
        }

        await Task.WhenAll(running).WaitAsync(cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();

    /// <summary>Starts an operation of a stack; the caller goes on at once.</summary>
    public void Start(Stack stack, Func<CancellationToken, Task> operation)
    {
        var token = _stopping.Token;
        lock (_gate)
        {
            _running.RemoveWhere(task => task.IsCompleted);
            _running.Add(RunAsync(stack, operation, token));
        }
    }

    private async Task RunAsync(
        Stack stack, Func<CancellationToken, Task> operation, CancellationToken cancellationToken)
    {
        await Task.Yield();
        try
        {
            await operation(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
#pragma warning disable CA1031 // A defect must end the operation, or whoever waits for the stack would wait for ever.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            LogDefect(defect, stack.Name);
            var status = stack.State.Status
                .Replace("_COMPLETE_CLEANUP", "", StringComparison.Ordinal)
                .Replace("_IN_PROGRESS", "_FAILED", StringComparison.Ordinal);
            stack.Enter(status, $"Internal Failure: {defect.Message}");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Operation of stack {StackName} failed")]
    private partial void LogDefect(Exception defect, string stackName);
}
