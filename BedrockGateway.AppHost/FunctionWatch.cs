using System.Threading.Channels;

namespace BedrockGateway.AppHost;

/// <summary>Builds the functions anew when their source changes, and starts them again.</summary>
/// <remarks>
/// <c>dotnet watch</c> looks after this process alone, unless an orchestrator has it start the functions too.
/// </remarks>
/// <param name="commands">Stop and start functions.</param>
/// <param name="buildAsync">Builds the functions, and says itself why that fails.</param>
/// <param name="clock">Clock of the pause after a change.</param>
internal sealed class FunctionWatch(
    ResourceCommandService commands, Func<CancellationToken, Task> buildAsync, TimeProvider clock)
{
    // An editor writes several files, and each of them more than once.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private static readonly string[] Sources = [".cs", ".csproj", ".json"];

    /// <summary>Whether <c>dotnet watch</c> runs us, and does not start the functions itself.</summary>
    public static bool IsWanted =>
        Environment.GetEnvironmentVariable("DOTNET_WATCH") == "1"
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DEBUG_SESSION_PORT"));

    /// <summary>Watches until the token ends it.</summary>
    public async Task WatchAsync(
        IReadOnlyCollection<IResource> functions, IEnumerable<string> folders, CancellationToken stopping)
    {
        // One change that waits stands for all.
        var changes = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        var watchers = folders.Select(folder => Watch(folder, changes.Writer)).ToList();
        try
        {
            await foreach (var _ in changes.Reader.ReadAllAsync(stopping))
            {
                await Task.Delay(Quiet, clock, stopping);
                changes.Reader.TryRead(out var _);
                await RenewAsync(functions, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The run ends.
        }
        finally
        {
            watchers.ForEach(watcher => watcher.Dispose());
        }
    }

    /// <param name="path">Below the folder of a project.</param>
    internal static bool IsSource(string path) =>
        Sources.Contains(Path.GetExtension(path)) && path.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj");

    private static FileSystemWatcher Watch(string folder, ChannelWriter<bool> changes)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Changed += (_, change) => Note(change.FullPath);
        watcher.Created += (_, change) => Note(change.FullPath);
        watcher.Deleted += (_, change) => Note(change.FullPath);
        watcher.Renamed += (_, change) => Note(change.FullPath);
        watcher.EnableRaisingEvents = true;
        return watcher;

        void Note(string path)
        {
            if (IsSource(Path.GetRelativePath(folder, path)))
            {
                changes.TryWrite(true);
            }
        }
    }

    // A process whose assemblies are written over may crash, so it ends before; requests wait for the next one.
    private async Task RenewAsync(IReadOnlyCollection<IResource> functions, CancellationToken stopping)
    {
        await Task.WhenAll(functions.Select(function =>
            commands.ExecuteCommandAsync(function, KnownResourceCommands.StopCommand, stopping)));
        await buildAsync(stopping);
        await Task.WhenAll(functions.Select(function =>
            commands.ExecuteCommandAsync(function, KnownResourceCommands.StartCommand, stopping)));
    }
}
