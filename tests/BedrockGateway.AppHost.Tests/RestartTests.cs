using BedrockGateway.AppHost.Tests.Running;
using BedrockGateway.TestGateway.Running;

namespace BedrockGateway.AppHost.Tests;

/// <summary>What a host that dies leaves to the next one.</summary>
public sealed class RestartTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [LinuxFact]
    public async Task KilledHost_LeavesNoProcessAndItsPortsToTheNext()
    {
        await using var first = await RunningGateway.StartAsync(SharedGateway.Settings);
        Assert.NotEqual([first.Process.Session.Id], first.Process.Session.Members());

        await first.Process.SignalAsync("KILL");
        await first.Process.UntilExitAsync();
        await first.Process.Session.UntilEmptyAsync(Patience, Token);

        // Of the same settings, so that its template is known: without Node.js.
        using var path = new NodelessPath();
        await using var next = await RunningGateway.UpAsync(AppHostProcess.Start(
            [
                $"--gateway-port={first.Client.Address.Port}",
                $"--aws-port={first.Aws.Endpoint.Port}",
                "--data=none",
                .. SharedGateway.Settings,
            ],
            path.Variable));
        Assert.Equal(first.Client.Address, next.Client.Address);
        Assert.Equal(first.Aws.Endpoint, next.Aws.Endpoint);
        await next.Client.EnrolAsync();
    }
}
