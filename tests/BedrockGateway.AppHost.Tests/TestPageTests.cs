using System.Net.Http.Json;
using System.Text.Json;
using BedrockGateway.AppHost.Tests.Running;

namespace BedrockGateway.AppHost.Tests;

/// <summary>What LocalAws's page knows of the functions that the app host runs.</summary>
public sealed class TestPageTests(SharedGateway gateway)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Function_IsShownWithItsInvocationsAndWhatItWrote()
    {
        await gateway.Client.LoginAsync("nobody@example.com", "Passw0rd!");

        var detail = await UntilAsync(seen => LinesOf(seen).Any(line =>
            line.Contains("\"Route\":\"/login\"", StringComparison.Ordinal)));

        Assert.Equal("ready", detail.GetProperty("function").GetProperty("state").GetString());
        Assert.Contains(
            "POST /login",
            detail.GetProperty("invocations").EnumerateArray().Select(one => one.GetProperty("title").GetString()));
    }

    private static IEnumerable<string> LinesOf(JsonElement detail) =>
        detail.GetProperty("log").EnumerateArray().Select(line => line.GetProperty("text").GetString()!);

    private async Task<JsonElement> UntilAsync(Predicate<JsonElement> accept)
    {
        using var http = new HttpClient { BaseAddress = gateway.Aws.Endpoint };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            var seen = await http.GetFromJsonAsync<JsonElement>(
                new Uri($"_local/data/functions/{gateway.Outputs["StackName"]}-accounts", UriKind.Relative),
                patience.Token);
            if (accept(seen))
            {
                return seen;
            }

            await Task.Delay(LookPause, patience.Token);
        }
    }
}
