using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>The AppHost's application as the test has it: the AppHost starts it, the test waits for that.</summary>
internal sealed class TestedApplication(AppHostProgram program, DistributedApplication inner)
    : DistributedApplication(new Borrowed(inner))
{
    public override Task StartAsync(CancellationToken cancellationToken = default) =>
        program.UntilStartedAsync(cancellationToken);

    public override Task StopAsync(CancellationToken cancellationToken = default) =>
        program.DisposeAsync().AsTask().WaitAsync(cancellationToken);

    public override async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await StartAsync(cancellationToken);
        await inner.WaitForShutdownAsync(cancellationToken);
        await DisposeAsync();
    }

    public override void Dispose()
    {
        program.DisposeAsync().AsTask().GetAwaiter().GetResult();
        base.Dispose();
    }

    public override async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        await base.DisposeAsync();
    }

    // What it starts, stops and disposes of is the program's.
    private sealed class Borrowed(DistributedApplication inner) : IHost
    {
        public IServiceProvider Services => inner.Services;

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
