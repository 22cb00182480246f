namespace BedrockGateway.LocalAws;

/// <summary>Leaves Ctrl-C and SIGTERM to whoever started the emulator, which is to outlive what calls it.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
