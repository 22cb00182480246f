using System.Text.Json;
using BedrockGateway.AppHost.Tests.Running;
using BedrockGateway.TestGateway.Running;

namespace BedrockGateway.AppHost.Tests;

/// <summary>What an app host and its functions write, from the first line to the last.</summary>
public sealed class OutputTests
{
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
        string[] secrets =
            [member.Password, member.Key, prompt, Signature(member.IdToken), Signature(member.AccessToken)];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, output, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("\nREPORT ", output, StringComparison.Ordinal);
        Assert.Contains("\n[aws] REPORT RequestId: ", output, StringComparison.Ordinal);
        var requests = LinesOf(output, ResourceNames.Accounts).Concat(LinesOf(output, ResourceNames.Models))
            .Where(line => line.TryGetProperty("Route", out _))
            .Select(line => $"{line.GetProperty("Method")} {line.GetProperty("Route")} {line.GetProperty("Status")}");
        Assert.Equal(
            [
                "POST /register 200", "POST /login 200", "POST /login 400", "POST /register 400", "POST /login 400",
                "POST /bedrock 200", "POST /bedrock 400", "POST /bedrock 400",
            ],
            requests);
        var metrics = LinesOf(output, ResourceNames.Models).Where(line => line.TryGetProperty("_aws", out _)).ToList();
        Assert.Equal(
            ["amazon.titan-text-express-v1", "amazon.titan-text-express-v1"],
            metrics.Select(line => line.GetProperty("Model").GetString()));
        Assert.Equal([true, false], metrics.Select(line => line.TryGetProperty("OutputTokens", out _)));
    }

    private static string Signature(string token) => token[(token.LastIndexOf('.') + 1)..];

    /// <summary>What a function wrote; its start apart, every line is an object.</summary>
    private static IEnumerable<JsonElement> LinesOf(string output, string resource) =>
        output.Split('\n')
            .Where(line => line.StartsWith($"[{resource}] {{", StringComparison.Ordinal))
            .Select(line => JsonElement.Parse(line[(resource.Length + 3)..]));
}
