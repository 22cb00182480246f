using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Tests.Lambda;

namespace BedrockGateway.LocalAws.Tests.Events;

/// <summary>Rules that fire by the clock, and the functions they invoke.</summary>
public sealed class RuleTests
{
    private const string Input = """, "Input":"{\"source\":\"bedrock-gateway.schedule\"}" """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Rate_InvokesTheFunctionWithItsInputEachTime()
    {
        await using var lab = await EventsLab.StartAsync();
        using var process = await lab.PollAsync();
        await lab.PutAsync("sweep", "rate(5 minutes)", Input);

        lab.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Empty(lab.Journal);
        lab.Clock.Advance(TimeSpan.FromMinutes(1));
        var first = await process.NextAsync();
        await process.RespondAsync(first.Id, "null");
        lab.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await process.NextAsync();
        await process.RespondAsync(second.Id, "null");

        Assert.Equal("""{"source":"bedrock-gateway.schedule"}""", first.Body);
        Assert.Equal(first.Body, second.Body);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(2, lab.Journal.Count);
    }

    [Fact]
    public async Task TargetWithoutInput_GetsTheScheduledEvent()
    {
        await using var lab = await EventsLab.StartAsync();
        using var process = await lab.PollAsync();
        await lab.PutAsync("nightly", "cron(30 2 ? * THU *)", "");

        lab.Clock.Advance(TimeSpan.FromHours(17));
        var received = await process.NextAsync();

        var body = JsonNode.Parse(received.Body)!.AsObject();
        Assert.Equal(received.Id, (string?)body["id"]);
        body.Remove("id");
        Assert.Equal(
            """
            {"version":"0","detail-type":"Scheduled Event","source":"aws.events","account":"000000000000","time":"2026-04-16T02:30:00Z","region":"us-east-1","resources":["arn:aws:events:us-east-1:000000000000:rule/nightly"],"detail":{}}
            """,
            body.ToJsonString());
    }

    [Fact]
    public async Task DisabledRule_IsSilentUntilItIsEnabled()
    {
        await using var lab = await EventsLab.StartAsync();
        using var process = await lab.PollAsync();
        await lab.PutAsync("sweep", "rate(5 minutes)", Input);

        await lab.CallAsync("DisableRule", """{"Name":"sweep"}""");
        lab.Clock.Advance(TimeSpan.FromHours(1));
        var (_, rules) = await lab.SendLocalAsync(HttpMethod.Get, "/_local/rules");
        Assert.Empty(lab.Journal);
        await lab.CallAsync("EnableRule", """{"Name":"sweep"}""");
        lab.Clock.Advance(TimeSpan.FromMinutes(5));
        await process.NextAsync();

        Assert.Single(lab.Journal);
        Assert.Equal(
            """[{"name":"sweep","scheduleExpression":"rate(5 minutes)","state":"DISABLED","next":null}]""", rules);
    }

    [Fact]
    public async Task FunctionWithoutPermission_IsNotInvoked()
    {
        await using var lab = await EventsLab.StartAsync("arn:aws:events:us-east-1:000000000000:rule/other");
        await lab.PutAsync("sweep", "rate(5 minutes)", Input);

        lab.Clock.Advance(TimeSpan.FromMinutes(5));
        var (status, body) = await lab.SendLocalAsync(HttpMethod.Post, "/_local/rules/sweep/fire");

        const string Refusal = "No AWS::Lambda::Permission lets events.amazonaws.com invoke "
            + "arn:aws:lambda:us-east-1:000000000000:function:sweeper for "
            + "arn:aws:events:us-east-1:000000000000:rule/sweep.";
        Assert.Equal((200, $$"""[{"target":"t","requestId":null,"refusal":"{{Refusal}}"}]"""), (status, body));
        Assert.Empty(lab.Journal);
    }

    [Fact]
    public async Task RuleThatIsFired_InvokesNowAndKeepsItsSchedule()
    {
        await using var lab = await EventsLab.StartAsync();
        using var process = await lab.PollAsync();
        await lab.PutAsync("sweep", "rate(5 minutes)", Input);
        lab.Clock.Advance(TimeSpan.FromMinutes(2));

        var (status, body) = await lab.SendLocalAsync(HttpMethod.Post, "/_local/rules/sweep/fire");
        var fired = await process.NextAsync();
        await process.RespondAsync(fired.Id, "null");
        var (_, rules) = await lab.SendLocalAsync(HttpMethod.Get, "/_local/rules");
        var unknown = await lab.SendLocalAsync(HttpMethod.Post, "/_local/rules/nothing/fire");

        Assert.Equal(200, status);
        Assert.Equal($$"""[{"target":"t","requestId":"{{fired.Id}}","refusal":null}]""", body);
        Assert.Equal("2026-04-15T10:05:00.0000000+00:00", (string?)JsonNode.Parse(rules)![0]!["next"]);
        Assert.Equal((404, "Rule nothing does not exist on EventBus default."), unknown);
    }

    [Fact]
    public async Task FailingFunction_IsInvokedTwiceMoreAfterOneAndTwoMinutes()
    {
        await using var lab = await EventsLab.StartAsync();
        using var process = await lab.PollAsync();
        await lab.PutAsync("sweep", "rate(1 day)", Input);

        await lab.SendLocalAsync(HttpMethod.Post, "/_local/rules/sweep/fire");
        var first = await FailAsync(process);
        await AdvancePauseAsync(lab, TimeSpan.FromMinutes(1));
        var second = await FailAsync(process);
        await AdvancePauseAsync(lab, TimeSpan.FromMinutes(2));
        var third = await FailAsync(process);
        await UntilAsync(() => lab.Log.Lines.Contains(
            $"An event for {EventsLab.FunctionArn} is dropped after 3 attempts", StringComparer.Ordinal));

        Assert.Equal((first, first), (second, third));
        Assert.Equal(3, lab.Journal.Count);
    }

    [Fact]
    public async Task FunctionWithoutAProcess_IsInvokedOnceThereIsOne()
    {
        await using var lab = await EventsLab.StartAsync();
        await lab.PutAsync("sweep", "rate(1 day)", Input);
        await lab.SendLocalAsync(HttpMethod.Post, "/_local/rules/sweep/fire");
        await UntilAsync(() =>
        {
            lab.Clock.Advance(TimeSpan.FromSeconds(1));
            return lab.Clock.HasWaited(TimeSpan.FromMinutes(1));
        });

        using var process = await lab.PollAsync();
        lab.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await process.NextAsync();
        await process.RespondAsync(second.Id, "null");

        Assert.Equal("""{"source":"bedrock-gateway.schedule"}""", second.Body);
        Assert.Equal(2, lab.Journal.Count);
    }

    private static async Task<string> FailAsync(Poller process)
    {
        var attempt = await process.NextAsync();
        await process.FailAsync(attempt.Id, """{"errorMessage":"no","errorType":"E"}""");
        return attempt.Id;
    }

    private static async Task AdvancePauseAsync(EventsLab lab, TimeSpan pause)
    {
        await UntilAsync(() => lab.Clock.HasWaited(pause));
        lab.Clock.Advance(pause);
    }

    private static async Task UntilAsync(Func<bool> isTrue)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!isTrue())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience);
            await Task.Yield();
        }
    }
}
