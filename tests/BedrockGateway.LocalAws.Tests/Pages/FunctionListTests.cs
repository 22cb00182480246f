using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Pages;

public sealed class FunctionListTests(PageLab lab) : IClassFixture<PageLab>
{
    [Fact]
    public async Task FunctionThatNobodyPollsFor_IsAbsent()
    {
        var functions = await lab.GetAsync("functions");
        var runtimeApi = await lab.Aws.OpenRuntimeApiAsync("demo-accounts", TestContext.Current.CancellationToken);

        AssertJson.Equal(
            $$"""
            {
              "name": "demo-accounts", "state": "absent", "handler": "accounts", "runtime": "provided.al2023",
              "timeoutSeconds": 29, "memoryMegabytes": 512,
              "runtimeApi": "{{runtimeApi}}", "free": 0, "running": 0, "waiting": 0, "invocations": 0
            }
            """,
            functions[0]);
        Assert.Equal(
            ["demo-accounts", "demo-models", "demo-pre-signup"],
            functions.AsArray().Select(function => (string)function!["name"]!));
    }

    [Fact]
    public async Task Function_IsReadyThenBusyThenGoneAsItsProcessIs()
    {
        using (var poller = await lab.PollAsync("demo-models"))
        {
            var first = poller.NextAsync();
            await UntilAsync("ready", free: 1, running: 0, waiting: 0);
            await lab.SendAsync("demo-models", "{}");
            await lab.SendAsync("demo-models", "{}");
            var taken = await first;
            await UntilAsync("busy", free: 0, running: 1, waiting: 1);
            await poller.RespondAsync(taken.Id, "{}");
            await poller.EchoAsync();
        }

        await UntilAsync("gone", free: 0, running: 0, waiting: 0);
    }

    [Fact]
    public async Task ProcessThatCannotStart_SaysWhy()
    {
        using var poller = await lab.PollAsync("demo-pre-signup");
        await poller.FailInitAsync("""{"errorType":"ConfigError","errorMessage":"No domain."}""");

        var functions = await lab.GetAsync("functions");

        Assert.Equal(
            ("failed", "ConfigError: No domain."),
            ((string?)functions[2]!["state"], (string?)functions[2]!["initError"]));
    }

    private Task<JsonNode> UntilAsync(string state, int free, int running, int waiting) =>
        lab.UntilAsync("functions/demo-models", detail =>
            detail["function"] is { } function
            && (string?)function["state"] == state
            && (int?)function["free"] == free
            && (int?)function["running"] == running
            && (int?)function["waiting"] == waiting);
}
