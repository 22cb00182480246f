using BedrockGateway.AppHost.Tests.Running;
using BedrockGateway.TestGateway.Running;

namespace BedrockGateway.AppHost.Tests;

/// <summary>Functions that die while the app host runs.</summary>
public sealed class CrashTests
{
    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [LinuxFact]
    public async Task FunctionThatIsKilled_IsReplacedAndServesAgain()
    {
        await using var gateway = await RunningGateway.StartAsync(SharedGateway.Settings);
        var session = gateway.Process.Session;
        var victim = Accounts(session) ?? throw new InvalidOperationException("The function does not run.");

        using (var process = System.Diagnostics.Process.GetProcessById(victim))
        {
            process.Kill();
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (Accounts(session) is not { } next || next == victim)
        {
            await Task.Delay(LookPause, patience.Token);
        }

        var member = await gateway.Client.EnrolAsync();
        Assert.NotEmpty(member.Key);
        Assert.Contains("[accounts] Ended with exit code 137.", gateway.Process.Errors, StringComparison.Ordinal);
    }

    private static int? Accounts(ProcessSession session) => session.Members()
        .Where(IsAccounts)
        .Select(process => (int?)process)
        .FirstOrDefault();

    private static bool IsAccounts(int process)
    {
        try
        {
            // The guard of a function has its command line, and a shell in front.
            var command = File.ReadAllText($"/proc/{process}/cmdline");
            return command.Contains("BedrockGateway.Api.dll\0", StringComparison.Ordinal)
                && !command.StartsWith("/bin/sh", StringComparison.Ordinal)
                && File.ReadAllText($"/proc/{process}/environ").Split('\0').Contains("_HANDLER=accounts");
        }
        catch (IOException)
        {
            // It has ended since.
            return false;
        }
    }
}
