using BedrockGateway.AppHost.Tests.Running;
using BedrockGateway.TestGateway.Running;

namespace BedrockGateway.AppHost.Tests;

/// <summary>What one run keeps for the next.</summary>
public sealed class StateTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [LinuxFact]
    public async Task NextRun_KnowsUserKeyAndStack_AndAFreshOneDoesNot()
    {
        var folder = Directory.CreateTempSubdirectory("bedrock-state-");
        string[] settings = [$"--data={folder.FullName}", .. SharedGateway.Settings];
        await using var first = await RunningGateway.StartAsync(settings);
        var ada = await first.Client.EnrolAsync();
        await first.Process.SignalAsync("KILL");
        await first.Process.UntilExitAsync();
        await first.Process.Session.UntilEmptyAsync(Patience, Token);

        await using (var second = await RunningGateway.StartAsync(settings))
        {
            Assert.Contains($"  State         {folder.FullName}   (", second.Process.Output, StringComparison.Ordinal);
            Assert.Equal(first.Outputs, second.Outputs);
            Assert.Equal(200, (int)(await second.Client.GetAsync("bedrock", ada.IdToken, ada.Key)).Status);
            var tokens = await second.Client.LoginAsync(ada.Email, ada.Password);
            Assert.Equal(200, (int)tokens.Status);
        }

        await using (var fresh = await RunningGateway.StartAsync([.. settings, "--fresh"]))
        {
            Assert.NotEqual(first.Outputs["UserPoolId"], fresh.Outputs["UserPoolId"]);
            Assert.Equal(401, (int)(await fresh.Client.GetAsync("bedrock", ada.IdToken, ada.Key)).Status);
        }

        folder.Delete(recursive: true);
    }
}
