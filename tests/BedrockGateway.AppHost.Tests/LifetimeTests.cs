using BedrockGateway.AppHost.Tests.Running;
using BedrockGateway.TestGateway.Running;

namespace BedrockGateway.AppHost.Tests;

/// <summary>App hosts side by side, and their end on Ctrl-C and SIGTERM.</summary>
public sealed class LifetimeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [LinuxFact]
    public async Task TwoAppHosts_RunSideBySideAndEndOrderly()
    {
        var starts = await Task.WhenAll(RunningGateway.StartAsync(), RunningGateway.StartAsync());
        await using var first = starts[0];
        await using var second = starts[1];
        var ada = await first.Client.EnrolAsync();
        var bob = await second.Client.EnrolAsync();
        Assert.Equal(401, (int)(await second.Client.GetAsync("bedrock", ada.IdToken, ada.Key)).Status);

        await first.Process.SignalAsync("INT");
        Assert.Equal(0, await first.Process.UntilExitAsync());
        await first.Process.Session.UntilEmptyAsync(Patience, Token);
        Assert.Equal("", first.Process.Errors);
        Assert.Equal(200, (int)(await second.Client.GetAsync("bedrock", bob.IdToken, bob.Key)).Status);

        await second.Process.SignalAsync("TERM");
        Assert.Equal(0, await second.Process.UntilExitAsync());
        await second.Process.Session.UntilEmptyAsync(Patience, Token);
        Assert.Equal("", second.Process.Errors);
    }
}
