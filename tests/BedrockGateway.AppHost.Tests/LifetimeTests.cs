using System.Diagnostics;
using System.Text.Json;
using BedrockGateway.AppHost.Tests.Running;

namespace BedrockGateway.AppHost.Tests;

/// <summary>How app hosts end, what they leave, and how the next one starts.</summary>
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
                .. SharedGateway.Settings,
            ],
            path.Variable));
        Assert.Equal(first.Client.Address, next.Client.Address);
        Assert.Equal(first.Aws.Endpoint, next.Aws.Endpoint);
        await next.Client.EnrolAsync();
    }

    [LinuxFact]
    public async Task Output_IsJsonLinesOfTheFunctionsAndHoldsNoSecret()
    {
        await using var gateway = await RunningGateway.StartAsync(SharedGateway.Settings);
        var member = await gateway.Client.EnrolAsync();
        var prompt = $"canary-{Guid.NewGuid():N}";
        var reply = await gateway.Client.InvokeAsync(
            member, "amazon.titan-text-express-v1", $$"""{"inputText":"{{prompt}}"}""");
        Assert.Contains(prompt, reply.Body, StringComparison.Ordinal);
        await gateway.Client.InvokeAsync(member, "amazon.titan-text-express-v1", $$"""{"inputTxt":"{{prompt}}"}""");
        await gateway.Client.PostAsync("bedrock", prompt, member.IdToken, member.Key);
        await gateway.Client.GetAsync("bedrock", member.AccessToken, member.Key);
        await gateway.Client.LoginAsync(member.Email, $"{member.Password}?");
        await gateway.Client.RegisterAsync(member.Email, member.Password);
        await gateway.Client.PostAsync("login", $"{member.Password}:{member.IdToken}");

        await gateway.Process.SignalAsync("TERM");
        Assert.Equal(0, await gateway.Process.UntilExitAsync());

        var output = gateway.Process.Output + gateway.Process.Errors;
        string[] secrets = [member.Password, member.Key, prompt, Signature(member.IdToken), Signature(member.AccessToken)];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, output, StringComparison.OrdinalIgnoreCase));
        var requests = LinesOf(output, ResourceNames.Accounts).Concat(LinesOf(output, ResourceNames.Models))
            .Where(line => line.TryGetProperty("Route", out _))
            .Select(line => $"{line.GetProperty("Method")} {line.GetProperty("Route")} {line.GetProperty("Status")}");
        Assert.Equal(
            [
                "POST /register 200", "POST /login 200", "POST /login 400", "POST /register 400", "POST /login 400",
                "POST /bedrock 200", "POST /bedrock 400", "POST /bedrock 400",
            ],
            requests);
    }

    private static string Signature(string token) => token[(token.LastIndexOf('.') + 1)..];

    /// <summary>What a function wrote; its start apart, every line is an object.</summary>
    private static IEnumerable<JsonElement> LinesOf(string output, string resource) =>
        output.Split('\n')
            .Where(line => line.StartsWith($"[{resource}] {{", StringComparison.Ordinal))
            .Select(line => JsonElement.Parse(line[(resource.Length + 3)..]));
}
