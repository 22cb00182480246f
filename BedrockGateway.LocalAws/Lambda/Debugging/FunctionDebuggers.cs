using System.Collections.Concurrent;

namespace BedrockGateway.LocalAws.Lambda.Debugging;

/// <summary>Whether somebody debugs the functions, so that no deadline may end what is looked at.</summary>
/// <remarks>One function that is held holds up those that wait for it, so it counts for all.</remarks>
internal sealed class FunctionDebuggers(LocalAwsOptions options)
{
    private readonly ConcurrentDictionary<int, byte> _processes = new();

    /// <summary>Whether the options say so, or a debugger is attached to a process that polls.</summary>
    public bool AreAttached => options.DebugFunctions || _processes.Keys.Any(DebuggedProcess.IsHeld);

    public void Add(int processId) => _processes[processId] = 0;

    public void Remove(int processId) => _processes.TryRemove(processId, out _);
}
