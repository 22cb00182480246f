using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Accounts.Schedule;

/// <summary>Who sets the work off: the timer on Kestrel, and on Lambda the rule alone.</summary>
public sealed class UpkeepTimerTests
{
    [Fact]
    public async Task Kestrel_LooksAfterAccountsEveryFiveMinutes()
    {
        await using var gateway = await Gateway.StartAsync(settings: "--Schedule:Minutes=5");
        gateway.Faults.Before("GetApiKeys", () => new InvalidOperationException("secret"));

        await NextRunAsync(gateway, "Looking after accounts failed: InvalidOperationException");
        await NextRunAsync(gateway, "0 users removed, 0 failures");

        Assert.DoesNotContain("secret", gateway.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequestForTheSchedule_IsAnUnknownRoute()
    {
        await using var kestrel = await Gateway.StartAsync();
        await using var function = await Gateway.StartAsync(FunctionRole.Accounts);

        using var onKestrel = await kestrel.PostAsync("/_schedule", "{}");
        using var onLambda = await function.PostAsync("/_schedule", "{}");

        await onKestrel.IsRefusedAsync(403, "permission_error", "Missing Authentication Token");
        await onLambda.IsRefusedAsync(403, "permission_error", "Missing Authentication Token");
        Assert.DoesNotContain("GetApiKeys", function.Faults.Calls);
    }

    private static async Task NextRunAsync(Gateway gateway, string line)
    {
        gateway.Clock.Advance(TimeSpan.FromMinutes(5));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!gateway.Log.Contains(line, StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }
    }
}
