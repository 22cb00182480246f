using Microsoft.Extensions.DependencyInjection;

namespace BedrockGateway.Aspire.Tests;

/// <summary>An application of a test: started, watched, and stopped with it.</summary>
internal sealed class TestApplication : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DistributedApplication _application;

    private TestApplication(DistributedApplication application) => _application = application;

    public ResourceCommandService Commands => _application.ResourceCommands;

    public ResourceNotificationService Notifications => _application.ResourceNotifications;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static IDistributedApplicationBuilder CreateBuilder(params string[] args) =>
        DistributedApplication.CreateBuilder(
            new DistributedApplicationOptions { Args = args, DisableDashboard = true });

    public static async Task<TestApplication> StartAsync(IDistributedApplicationBuilder builder)
    {
        var application = builder.Build();
        await application.StartAsync(Token);
        return new(application);
    }

    public Task StopAsync() => _application.StopAsync(Token).WaitAsync(Patience, Token);

    /// <summary>The snapshot in which the resource first has (again) the state.</summary>
    public Task<CustomResourceSnapshot> UntilAsync(string resource, string state) =>
        UntilAsync(resource, snapshot => snapshot.State?.Text == state);

    public async Task<CustomResourceSnapshot> UntilAsync(
        string resource, Predicate<CustomResourceSnapshot> condition)
    {
        var found = await Notifications
            .WaitForResourceAsync(resource, change => condition(change.Snapshot), Token)
            .WaitAsync(Patience, Token);
        return found.Snapshot;
    }

    public async Task<int> ProcessIdAsync(string resource) =>
        (int)(await UntilAsync(resource, KnownResourceStates.Running))
            .Properties.Single(property => property.Name == "executable.pid").Value!;

    /// <summary>The line of the resource's log that starts so, as soon as it is there.</summary>
    public async Task<LogLine> LineAsync(string resource, string start)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        await foreach (var batch in Logs.WatchAsync(resource).WithCancellation(patience.Token))
        {
            foreach (var line in batch.Where(line => line.Content.StartsWith(start, StringComparison.Ordinal)))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The log of {resource} ended without '{start}'.");
    }

    public async Task<List<string>> LinesAsync(string resource)
    {
        var lines = new List<string>();
        await foreach (var batch in Logs.GetAllAsync(resource).WithCancellation(Token))
        {
            lines.AddRange(batch.Select(line => line.Content));
        }

        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _application.DisposeAsync();
    }

    private ResourceLoggerService Logs => _application.Services.GetRequiredService<ResourceLoggerService>();
}
