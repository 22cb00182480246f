using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Lambda;

namespace BedrockGateway.LocalAws.Tests.Lambda;

public sealed class RuntimeApiTests(LambdaFixture fixture) : IClassFixture<LambdaFixture>
{
    [Fact]
    public async Task Poll_GetsTheEventWithLambdasHeaders()
    {
        var name = fixture.AddFunction();
        using var poller = await fixture.PollAsync(name);
        var before = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

        var invoked = fixture.InvokeAsync(name, """{"a":"å"}""");
        var next = await poller.NextAsync();
        var accepted = await poller.RespondAsync(next.Id, """{"b":1}""");
        var result = await invoked;

        Assert.Equal("""{"a":"å"}""", next.Body);
        Assert.True(Guid.TryParse(next.Id, out _));
        Assert.Equal(
            $"arn:aws:lambda:us-east-1:000000000000:function:{name}",
            next.Header("Lambda-Runtime-Invoked-Function-Arn"));
        Assert.Matches(
            "^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$", next.Header("Lambda-Runtime-Trace-Id"));
        Assert.InRange(
            long.Parse(next.Header("Lambda-Runtime-Deadline-Ms"), CultureInfo.InvariantCulture) - before,
            30_000,
            60_000);
        Assert.Equal((HttpStatusCode.Accepted, """{"status":"OK"}"""), accepted);
        Assert.Equal("""{"b":1}""", Text(result));
        Assert.Null(result.FunctionError);
        Assert.Equal("$LATEST", result.ExecutedVersion);
    }

    [Fact]
    public async Task EventBeforeAnyPoll_Waits()
    {
        var name = fixture.AddFunction();
        var invoked = fixture.InvokeAsync(name, "1");

        using var poller = await fixture.PollAsync(name);
        await poller.EchoAsync();

        Assert.Equal("1", Text(await invoked));
    }

    [Fact]
    public async Task Events_AreHandedOutInTheOrderTheyCame()
    {
        var name = fixture.AddFunction();
        var invoked = Enumerable.Range(0, 5)
            .Select(number => fixture.InvokeAsync(name, number.ToString(CultureInfo.InvariantCulture)))
            .ToList();
        using var poller = await fixture.PollAsync(name);

        var seen = new List<string>();
        for (var i = 0; i < invoked.Count; i++)
        {
            var next = await poller.NextAsync();
            seen.Add(next.Body);
            await poller.RespondAsync(next.Id, next.Body);
        }

        Assert.Equal(["0", "1", "2", "3", "4"], seen);
        Assert.Equal(seen, (await Task.WhenAll(invoked)).Select(Text));
    }

    [Fact]
    public async Task SeveralPollers_ServeInvocationsAtTheSameTime()
    {
        var name = fixture.AddFunction();
        using var first = await fixture.PollAsync(name);
        using var second = await fixture.PollAsync(name);
        var polls = (first.NextAsync(), second.NextAsync());

        var invoked = (fixture.InvokeAsync(name, "1"), fixture.InvokeAsync(name, "2"));
        var (one, two) = (await polls.Item1, await polls.Item2);
        await second.RespondAsync(two.Id, two.Body);
        await first.RespondAsync(one.Id, one.Body);

        Assert.Equal(["1", "2"], new[] { one.Body, two.Body }.Order(StringComparer.Ordinal));
        Assert.Equal("1", Text(await invoked.Item1));
        Assert.Equal("2", Text(await invoked.Item2));
    }

    [Fact]
    public async Task PollerThatLeaves_TakesNoEventWithIt()
    {
        var name = fixture.AddFunction();
        using var leaver = await fixture.PollAsync(name);
        using var leaving = new CancellationTokenSource();
        var given = leaver.PollAsync(leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);

        var invoked = fixture.InvokeAsync(name, "\"kept\"");
        using var stayer = await fixture.PollAsync(name);
        await stayer.EchoAsync();

        Assert.Equal("\"kept\"", Text(await invoked));
    }

    [Fact]
    public async Task Error_IsReturnedAsTheFunctionReportedIt()
    {
        var name = fixture.AddFunction();
        using var poller = await fixture.PollAsync(name);
        const string Reported = """{"errorType":"E","errorMessage":"It broke.","stackTrace":["at f"]}""";

        var invoked = fixture.InvokeAsync(name);
        var accepted = await poller.FailAsync((await poller.NextAsync()).Id, Reported);
        var result = await invoked;

        Assert.Equal((HttpStatusCode.Accepted, """{"status":"OK"}"""), accepted);
        Assert.Equal(Reported, Text(result));
        Assert.Equal("Unhandled", result.FunctionError);
    }

    [Fact]
    public async Task FunctionThatDoesNotAnswer_EndsAtItsTimeOutAndItsLateAnswerIsDropped()
    {
        var name = fixture.AddFunction(timeoutMs: 200);
        using var poller = await fixture.PollAsync(name);

        var invoked = fixture.InvokeAsync(name);
        var next = await poller.NextAsync();
        var result = await invoked;
        var late = await poller.RespondAsync(next.Id, "1");
        var again = await poller.RespondAsync(next.Id, "1");

        Assert.Equal(
            Error("Sandbox.Timedout", $"RequestId: {next.Id} Error: Task timed out after 0.20 seconds"),
            Text(result));
        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Contains($"{next.Id} Task timed out after 0.20 seconds\n", result.LogTail, StringComparison.Ordinal);
        Assert.Contains("\tStatus: timeout\t", result.LogTail, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Accepted, """{"status":"OK"}"""), late);
        Assert.Equal((HttpStatusCode.BadRequest, Error("InvalidRequestID", "Invalid request ID")), again);
    }

    [Fact]
    public async Task NoProcess_IsAnErrorThatSaysHowToStartOne()
    {
        var name = fixture.AddFunction(timeoutMs: 100);
        var address = await fixture.Aws.OpenRuntimeApiAsync(name, TestContext.Current.CancellationToken);

        var result = await fixture.InvokeAsync(name);

        var error = JsonNode.Parse(result.Payload.Span)!;
        Assert.Equal("Sandbox.Timedout", (string?)error["errorType"]);
        Assert.EndsWith(
            $" Error: Task timed out after 0.10 seconds. No process polls for {name}. Start one with "
            + $"AWS_LAMBDA_RUNTIME_API={address} and AWS_LAMBDA_FUNCTION_NAME={name}.",
            (string?)error["errorMessage"],
            StringComparison.Ordinal);
        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Contains(
            $"{name} was not invoked: No process polls for {name}. Start one with "
            + $"AWS_LAMBDA_RUNTIME_API={address} and AWS_LAMBDA_FUNCTION_NAME={name}.",
            fixture.Log.Lines);
    }

    [Fact]
    public async Task EventThatTimedOutInTheQueue_IsHandedToNobody()
    {
        var name = fixture.AddFunction(timeoutMs: 100);
        await fixture.InvokeAsync(name, "\"stale\"");

        using var poller = await fixture.PollAsync(name);
        var polled = poller.NextAsync();
        var invoked = fixture.InvokeAsync(name, "\"fresh\"");

        Assert.Equal("\"fresh\"", (await polled).Body);
        await invoked;
    }

    [Fact]
    public async Task InitError_FailsWhatWaitsAndIsNamedUntilAProcessPolls()
    {
        var name = fixture.AddFunction(timeoutMs: 300);
        using var poller = await fixture.PollAsync(name);
        const string Reported = """{"errorType":"ConfigurationException","errorMessage":"No pool."}""";

        var waiting = fixture.InvokeAsync(name);
        var accepted = await poller.FailInitAsync(Reported);
        var failed = await waiting;
        var unserved = await fixture.InvokeAsync(name);

        Assert.Equal(HttpStatusCode.Accepted, accepted.Status);
        Assert.Equal(Reported, Text(failed));
        Assert.Equal("Unhandled", failed.FunctionError);
        Assert.Contains(
            $"The last process of {name} could not start (ConfigurationException: No pool.). Start another with ",
            Text(unserved),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReplyBeyondTheLimit_Is413AndAnErrorForTheCaller()
    {
        var name = fixture.AddFunction();
        using var poller = await fixture.PollAsync(name);

        var invoked = fixture.InvokeAsync(name);
        var refused = await poller.RespondAsync(
            (await poller.NextAsync()).Id, new string('x', (6 * 1024 * 1024) + 101));

        Assert.Equal(
            (HttpStatusCode.RequestEntityTooLarge,
                Error("RequestEntityTooLarge", "Exceeded maximum allowed payload size (6291556 bytes).")),
            refused);
        Assert.Equal(
            Error(
                "Function.ResponseSizeTooLarge",
                "Response payload size exceeded maximum allowed payload size (6291556 bytes)."),
            Text(await invoked));
    }

    [Fact]
    public async Task UnknownPath_IsNamed()
    {
        using var poller = await fixture.PollAsync(fixture.AddFunction());

        Assert.Equal(
            (HttpStatusCode.NotFound,
                Error(
                    "NotFound",
                    "LocalAws does not emulate POST /2018-06-01/runtime/restore/error of the Lambda Runtime API.")),
            await poller.PostAsync("restore/error"));
    }

    [Fact]
    public async Task Report_NamesDurationMemoryAndTheInitOfANewProcessOnce()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells whose a connection is.");
        var name = fixture.AddFunction();
        using var poller = await fixture.PollAsync(name);

        var first = fixture.InvokeAsync(name, "\"secret-payload\"");
        await poller.EchoAsync();
        var firstLog = (await first).LogTail;
        var second = fixture.InvokeAsync(name, "\"secret-payload\"");
        await poller.EchoAsync();
        var secondLog = (await second).LogTail;

        const string Report = @"^START RequestId: (\S+) Version: \$LATEST\nEND RequestId: \1\nREPORT RequestId: \1\t"
            + @"Duration: \d+\.\d\d ms\tBilled Duration: \d+ ms\tMemory Size: 128 MB\tMax Memory Used: \d+ MB\t";
        Assert.Matches(Report + @"Init Duration: \d+\.\d\d ms\t\n$", firstLog);
        Assert.Matches(Report + @"\n$", secondLog);
        Assert.Contains($"{name}: {firstLog.TrimEnd()}", fixture.Log.Lines);
        Assert.DoesNotContain(fixture.Log.Lines, line => line.Contains("secret-payload", StringComparison.Ordinal));
    }

    private static string Error(string type, string message) =>
        $$"""{"errorType":"{{type}}","errorMessage":"{{message}}"}""";

    private static string Text(LambdaResult result) => Encoding.UTF8.GetString(result.Payload.Span);
}
