using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a command went.</summary>
public sealed class ExecuteCommandResult
{
    public required bool Success { get; init; }

    public bool Canceled { get; init; }

    /// <summary>What to tell the person who gave the command.</summary>
    public string? Message { get; init; }
}

/// <summary>Makes <see cref="ExecuteCommandResult"/>s.</summary>
public static class CommandResults
{
    public static ExecuteCommandResult Success() => new() { Success = true };

    public static ExecuteCommandResult Failure(string? errorMessage = null) =>
        new() { Success = false, Message = errorMessage };

    public static ExecuteCommandResult Failure(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Failure(exception.Message);
    }

    public static ExecuteCommandResult Canceled() => new() { Success = false, Canceled = true };
}

/// <summary>Gives resources the commands of <see cref="KnownResourceCommands"/>.</summary>
public class ResourceCommandService
{
    private readonly ResourceRunners _runners;

    internal ResourceCommandService(ResourceRunners runners) => _runners = runners;

    public Task<ExecuteCommandResult> ExecuteCommandAsync(
        IResource resource, string commandName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return ExecuteCommandAsync(resource.Name, commandName, cancellationToken);
    }

    /// <summary>Returns when the command is done: after <c>restart</c> the new process runs.</summary>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(
        string resourceId, string commandName, CancellationToken cancellationToken = default)
    {
        if (_runners.Find(resourceId) is not { } runner)
        {
            return CommandResults.Failure($"Resource '{resourceId}' not found.");
        }

        Func<CancellationToken, Task>? command = commandName switch
        {
            _ when commandName == KnownResourceCommands.StartCommand => runner.StartAsync,
            _ when commandName == KnownResourceCommands.StopCommand => runner.StopAsync,
            _ when commandName == KnownResourceCommands.RestartCommand => runner.RestartAsync,
            _ => null,
        };
        if (command is null)
        {
            return CommandResults.Failure($"Command '{commandName}' not available for resource '{resourceId}'.");
        }

        try
        {
            await command(cancellationToken);
            return runner.Failure is { } failure ? CommandResults.Failure(failure) : CommandResults.Success();
        }
        catch (OperationCanceledException)
        {
            return CommandResults.Canceled();
        }
    }
}
