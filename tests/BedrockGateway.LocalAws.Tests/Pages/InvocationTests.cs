using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Pages;

public sealed class InvocationTests(PageLab lab) : IClassFixture<PageLab>
{
    private const string Login =
        """
        {"httpMethod":"POST","path":"/login","headers":{"x-api-key":"k1"},
         "body":"{\"email\":\"a\", \"password\":\"p1\"}"}
        """;

    [Fact]
    public async Task StreamedReply_IsShownAsFarAsItHasCome()
    {
        using var poller = await lab.PollAsync("demo-models");
        var id = await lab.SendAsync("demo-models", "{}");
        var taken = await poller.NextAsync();
        var release = new TaskCompletionSource();
        var streaming = poller.StreamAsync(taken.Id, async body =>
        {
            await WriteAsync(body, "{\"statusCode\":201}\0\0\0\0\0\0\0\0data: {\"text\":\"He\",\"IdToken\":\"t\"}\n\n");
            await release.Task;
            await WriteAsync(body, "data: {\"text\":\"llo\"}\n\ndata: token=t");
        });

        var running = await lab.UntilAsync($"invocations/{id}", seen => seen["reply"] is not null);
        release.SetResult();
        await streaming;
        var ended = await lab.UntilAsync($"invocations/{id}", seen => StatusOf(seen) == "ok");

        const string First = "data: {\"text\":\"He\",\"IdToken\":\"••••••\"}\n\n";
        Assert.Equal("running", StatusOf(running));
        AssertText(First, running["reply"]!["body"]);
        AssertText($"{{\n  \"statusCode\": 201\n}}\n\n{First}", running["reply"]!["text"]);
        AssertText($"{First}data: {{\"text\":\"llo\"}}\n\n••••••", ended["reply"]!["body"]);
        Assert.Equal(201, (int?)ended["invocation"]!["httpStatus"]);
    }

    [Fact]
    public async Task Invocation_IsShownFromSendToReply()
    {
        using var poller = await lab.PollAsync("demo-accounts");
        var now = lab.Clock.GetUtcNow();
        var id = await lab.SendAsync("demo-accounts", Login);
        var waiting = await lab.GetAsync($"invocations/{id}");
        var taken = await poller.NextAsync();
        var running = await lab.UntilAsync($"invocations/{id}", seen => StatusOf(seen) == "running");
        await poller.RespondAsync(taken.Id, """{"statusCode":401,"body":"{\"IdToken\":\"t\"}"}""");

        var ended = await lab.UntilAsync($"invocations/{id}", seen => StatusOf(seen) == "ok");

        Assert.Equal(Login, taken.Body);
        Assert.Equal("waiting", StatusOf(waiting));
        Assert.Null(running["reply"]);
        ended["invocation"]!.AsObject().Remove("initMs");
        AssertJson.Equal(
            $$"""
            {
              "requestId": "{{id}}", "title": "POST /login", "receivedAt": "{{now:yyyy-MM-ddTHH:mm:ss}}+00:00",
              "status": "ok", "httpStatus": 401, "durationMs": 0
            }
            """,
            ended["invocation"]);
        AssertText(
            """
            {
              "httpMethod": "POST",
              "path": "/login",
              "headers": {
                "x-api-key": "••••••"
              },
              "body": "{\"email\":\"a\",\"password\":\"••••••\"}"
            }
            """,
            ended["event"]!["text"]);
        AssertText("{\n  \"email\": \"a\",\n  \"password\": \"••••••\"\n}", ended["event"]!["body"]);
        AssertText("{\n  \"IdToken\": \"••••••\"\n}", ended["reply"]!["body"]);
        Assert.StartsWith(
            $"START RequestId: {id} Version: $LATEST\nEND RequestId: {id}\nREPORT", (string?)ended["report"]);
        var listed = (await lab.GetAsync("functions/demo-accounts"))["invocations"]![0]!;
        listed.AsObject().Remove("initMs");
        AssertJson.Equal(ended["invocation"]!.ToJsonString(), listed);
    }

    [Fact]
    public async Task Replay_HandsOverTheEventAsItWas()
    {
        using var poller = await lab.PollAsync("demo-models");
        var id = await lab.SendAsync("demo-models", Login);
        await poller.EchoAsync();

        var (status, started) = await lab.PostAsync($"data/invocations/{id}/replay", string.Empty);
        var again = await poller.NextAsync();
        await poller.RespondAsync(again.Id, "{}");

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal((string?)started!["requestId"], again.Id);
        Assert.NotEqual(id, again.Id);
        Assert.Equal(Login, again.Body);
    }

    [Fact]
    public async Task EventThatWasShownMaskedAndEdited_IsSentWithItsSecrets()
    {
        using var poller = await lab.PollAsync("demo-models");
        var id = await lab.SendAsync("demo-models", Login);
        await poller.EchoAsync();
        var shown = (string)(await lab.GetAsync($"invocations/{id}"))["event"]!["text"]!;

        await lab.SendAsync("demo-models", shown.Replace("/login", "/bedrock", StringComparison.Ordinal), from: id);
        var sent = await poller.NextAsync();
        await poller.RespondAsync(sent.Id, "{}");

        AssertJson.Equal(Login.Replace("/login", "/bedrock", StringComparison.Ordinal), JsonNode.Parse(sent.Body));
    }

    [Fact]
    public async Task FunctionThatFails_IsAnErrorWithItsText()
    {
        using var poller = await lab.PollAsync("demo-models");
        var id = await lab.SendAsync("demo-models", "{}");
        var taken = await poller.NextAsync();
        await poller.FailAsync(taken.Id, """{"errorType":"Refused","errorMessage":"No."}""");

        var ended = await lab.UntilAsync($"invocations/{id}", seen => seen["reply"] is not null);

        Assert.Equal("error", StatusOf(ended));
        AssertText("{\n  \"errorType\": \"Refused\",\n  \"errorMessage\": \"No.\"\n}", ended["reply"]!["text"]);
    }

    [Fact]
    public async Task FunctionThatIsLate_HasTimedOut()
    {
        using var poller = await lab.PollAsync("demo-pre-signup");
        var id = await lab.SendAsync("demo-pre-signup", "{}");
        await poller.NextAsync();
        await lab.UntilAsync($"invocations/{id}", seen => StatusOf(seen) == "running");
        // The wait for the time-out begins a moment after that.
        var ended = await lab.UntilAsync($"invocations/{id}", seen =>
        {
            lab.Clock.Advance(TimeSpan.FromSeconds(1));
            return seen["reply"] is not null;
        });

        Assert.Equal("timeout", StatusOf(ended));
        Assert.Contains("Task timed out after 5.00 seconds", (string?)ended["report"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinesOfTheProcess_AreShownWithFunctionAndInvocation()
    {
        using var poller = await lab.PollAsync("demo-pre-signup");
        lab.Aws.WriteFunctionLog("demo-pre-signup", "before");
        lab.Clock.Advance(TimeSpan.FromSeconds(1));
        var id = await lab.SendAsync("demo-pre-signup", "{}");
        var taken = await poller.NextAsync();
        lab.Aws.WriteFunctionLog("demo-pre-signup", "token eyJh.eyJz.c2ln seen");
        await poller.RespondAsync(taken.Id, "{}");
        await lab.UntilAsync($"invocations/{id}", seen => seen["reply"] is not null);
        var (status, _) = await lab.PostAsync("functions/demo-pre-signup/log", "late\n");
        lab.Clock.Advance(TimeSpan.FromSeconds(1));
        lab.Aws.WriteFunctionLog("demo-pre-signup", "after");

        var detail = await lab.GetAsync($"invocations/{id}");
        var function = await lab.GetAsync("functions/demo-pre-signup");

        Assert.Equal(HttpStatusCode.NoContent, status);
        Assert.Equal(["token •••••• seen", "late"], TextsOf(detail["log"]!));
        Assert.Equal(["before", "token •••••• seen", "late", "after"], TextsOf(function["log"]!).TakeLast(4));
    }

    [Theory]
    [InlineData("data/functions/demo-models/invocations", "no json", HttpStatusCode.BadRequest)]
    [InlineData("data/functions/absent/invocations", "{}", HttpStatusCode.NotFound)]
    [InlineData("data/invocations/absent/replay", "", HttpStatusCode.NotFound)]
    [InlineData("functions/absent/log", "x", HttpStatusCode.NotFound)]
    public async Task WhatCannotBeSent_IsRefusedWithAMessage(string path, string body, HttpStatusCode expected)
    {
        var (status, reply) = await lab.PostAsync(path, body);

        Assert.Equal(expected, status);
        Assert.NotEmpty((string)reply!["message"]!);
    }

    private static string? StatusOf(JsonNode seen) => (string?)seen["invocation"]!["status"];

    private static IEnumerable<string> TextsOf(JsonNode lines) =>
        lines.AsArray().Select(line => (string)line!["text"]!);

    private static void AssertText(string expected, JsonNode? actual) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), ((string?)actual)?.ReplaceLineEndings("\n"));

    private static async Task WriteAsync(Stream body, string text)
    {
        await body.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
        await body.FlushAsync(TestContext.Current.CancellationToken);
    }
}
