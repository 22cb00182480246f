using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace BedrockGateway.AppHost.Tests.Running;

/// <summary>
/// An application with one function, which is a script, and <see cref="CrashRestarts"/> that watch it.
/// </summary>
internal sealed class CrashingApplication : IAsyncDisposable
{
    private const string Function = "function";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DistributedApplication _application;
    private readonly DirectoryInfo _folder;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Channel<CustomResourceSnapshot> _shown = Channel.CreateUnbounded<CustomResourceSnapshot>();
    private readonly Task _record;
    private readonly Task _watch;

    private CrashingApplication(
        DistributedApplication application, IResource function, DirectoryInfo folder, TimeProvider clock)
    {
        (_application, _folder) = (application, folder);
        // Begins before anything is started again, so that no state is missed.
        _record = RecordAsync();
        _watch = new CrashRestarts(application.ResourceNotifications, application.ResourceCommands, Loggers, clock)
            .WatchAsync([function], _stopping.Token);
    }

    /// <summary>What is shown of the function now.</summary>
    public string? State =>
        _application.ResourceNotifications.TryGetCurrentState(Function, out var current)
            ? current.Snapshot.State?.Text
            : null;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ResourceLoggerService Loggers => _application.Services.GetRequiredService<ResourceLoggerService>();

    /// <param name="script">What the function does. <c>MARK</c> is a path that is free at its first start.</param>
    /// <param name="clock">On which the pauses are waited for.</param>
    public static async Task<CrashingApplication> StartAsync(string script, TimeProvider clock)
    {
        var folder = Directory.CreateTempSubdirectory("bedrock-gateway-crash-");
        var builder = DistributedApplication.CreateBuilder(
            new DistributedApplicationOptions { DisableDashboard = true });
        var function = builder.AddExecutable(Function, "sh", folder.FullName, "-c", script)
            .WithEnvironment("MARK", Path.Combine(folder.FullName, "mark"));
        var application = builder.Build();
        await application.StartAsync(Token);
        return new(application, function.Resource, folder, clock);
    }

    /// <summary>The next snapshot with the state.</summary>
    public async Task<CustomResourceSnapshot> UntilAsync(string state)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        CustomResourceSnapshot snapshot;
        do
        {
            snapshot = await _shown.Reader.ReadAsync(patience.Token);
        }
        while (snapshot.State?.Text != state);
        return snapshot;
    }

    public async Task CommandAsync(string command)
    {
        var result = await _application.ResourceCommands.ExecuteCommandAsync(Function, command, Token);
        Assert.True(result.Success, result.Message);
    }

    public async Task LineAsync(string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        await foreach (var batch in Loggers.WatchAsync(Function).WithCancellation(patience.Token))
        {
            if (batch.Any(line => line.Content == text))
            {
                return;
            }
        }
    }

    public async Task<List<string>> LinesAsync()
    {
        var lines = new List<string>();
        await foreach (var batch in Loggers.GetAllAsync(Function).WithCancellation(Token))
        {
            lines.AddRange(batch.Select(line => line.Content));
        }

        return lines;
    }

    /// <summary>Nothing is started again from now on, and what was about to has been.</summary>
    public async Task EndAsync()
    {
        await _stopping.CancelAsync();
        await _watch.WaitAsync(Patience, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await _record;
        await _application.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
        _stopping.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task RecordAsync()
    {
        try
        {
            await foreach (var change in _application.ResourceNotifications.WatchAsync(_stopping.Token))
            {
                await _shown.Writer.WriteAsync(change.Snapshot, _stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            _shown.Writer.Complete();
        }
    }
}
