using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.Lambda;
using BedrockGateway.TestFunction;

namespace BedrockGateway.LocalAws.Tests.Lambda;

/// <summary>Functions as they run: processes with the .NET runtime client.</summary>
public sealed class FunctionProcessTests(LambdaFixture fixture) : IClassFixture<LambdaFixture>
{
    private const string SignUp =
        """
        {"version":"1","userName":"u","request":{"userAttributes":{"email":"EMAIL"}},
         "response":{"autoConfirmUser":false}}
        """;

    [Fact]
    public async Task WebFunction_AnswersARestApi()
    {
        var name = fixture.AddFunction();
        await using var process = await StartAsync("web", name);

        var reply = Json(await fixture.InvokeAsync(
            name, """{"path":"/echo/x","httpMethod":"POST","body":"hej","requestContext":{"path":"/prod/echo/x"}}"""));

        Assert.Equal(200, (int?)reply["statusCode"]);
        var echo = JsonNode.Parse((string)reply["body"]!)!;
        Assert.Equal("/prod", (string?)echo["PathBase"]);
        Assert.Equal("hej", (string?)echo["Body"]);
        Assert.Equal($"arn:aws:lambda:us-east-1:000000000000:function:{name}", (string?)echo["FunctionArn"]);
    }

    [Fact]
    public async Task MaxConcurrency_LetsOneProcessServeInvocationsAtOnce()
    {
        var name = fixture.AddFunction();
        await using var process = await StartAsync("web", name, maxConcurrency: 4);

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            fixture.InvokeAsync(name, """{"path":"/meet/4","httpMethod":"GET"}""")));

        Assert.All(replies, reply => Assert.Equal("met", (string?)Json(reply)["body"]));
        Assert.Single(replies, reply => reply.LogTail.Contains("Init Duration", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Trigger_DecidesOrFailsWithItsMessage()
    {
        var name = fixture.AddFunction();
        await using var process = await StartAsync("pre-signup", name);

        var good = await fixture.InvokeAsync(name, SignUp.Replace("EMAIL", "a@b.c", StringComparison.Ordinal));
        var bad = await fixture.InvokeAsync(name, SignUp.Replace("EMAIL", "a@evil.org", StringComparison.Ordinal));

        Assert.True((bool?)Json(good)["response"]!["autoConfirmUser"]);
        Assert.Null(good.FunctionError);
        Assert.Equal("Nobody of evil.org may register.", (string?)Json(bad)["errorMessage"]);
        Assert.Equal("InvalidOperationException", (string?)Json(bad)["errorType"]);
        Assert.Equal("Unhandled", bad.FunctionError);
    }

    [Fact]
    public async Task Report_HasTheInitDurationOfTheProcess()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells whose a connection is.");
        var name = fixture.AddFunction();
        var started = Stopwatch.GetTimestamp();
        await using var process = await StartAsync("pre-signup", name);

        var result = await fixture.InvokeAsync(name, SignUp);
        var elapsedMs = Stopwatch.GetElapsedTime(started).TotalMilliseconds;

        var init = double.Parse(
            Regex.Match(result.LogTail, @"Init Duration: (\d+\.\d\d) ms").Groups[1].Value,
            CultureInfo.InvariantCulture);
        // The kernel counts a start in hundredths of a second.
        Assert.InRange(init, 1, elapsedMs + 20);
    }

    [Fact]
    public async Task ReplyBeyondTheLimit_LeavesTheProcessAlive()
    {
        var name = fixture.AddFunction();
        await using var process = await StartAsync("web", name);

        var large = Json(await fixture.InvokeAsync(name, """{"path":"/large/6300000","httpMethod":"GET"}"""));
        var small = Json(await fixture.InvokeAsync(name, """{"path":"/large/1","httpMethod":"GET"}"""));

        Assert.Equal("Function.ResponseSizeTooLarge", (string?)large["errorType"]);
        Assert.Equal("x", (string?)small["body"]);
    }

    [Fact]
    public async Task ProcessThatCannotStart_FailsTheInvocationWithItsReason()
    {
        var name = fixture.AddFunction();
        var invoked = fixture.InvokeAsync(name);
        await using var process = await StartAsync("fails-at-init", name);

        var result = await invoked;

        Assert.Equal("The function has no configuration.", (string?)Json(result)["errorMessage"]);
        Assert.Equal("Unhandled", result.FunctionError);
    }

    [Fact]
    public async Task ProcessThatIsKilledWhileItPolls_LeavesItsEventsToTheNext()
    {
        var name = fixture.AddFunction();
        await using (var first = await StartAsync("pre-signup", name))
        {
            await fixture.InvokeAsync(name, SignUp);
            first.Kill();
            await first.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var invoked = fixture.InvokeAsync(name, SignUp);
        await using var second = await StartAsync("pre-signup", name);

        Assert.Null((await invoked).FunctionError);
    }

    [Fact]
    public async Task ProcessThatIsKilledWhileItWorks_FailsWhatItHadInHandAtOnce()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells whose a connection is.");
        var name = fixture.AddFunction(timeoutMs: 600_000);
        await using var process = await StartAsync("web", name, maxConcurrency: 2);
        var invoked = fixture.InvokeAsync(name, """{"path":"/meet/2","httpMethod":"GET"}""");
        await fixture.InvokeAsync(name, """{"path":"/raw","httpMethod":"GET"}""");

        process.Kill();
        var result = await invoked;

        Assert.Equal("Runtime.ExitError", (string?)Json(result)["errorType"]);
        Assert.Matches(
            "^RequestId: [0-9a-f-]{36} Error: Runtime exited without providing a reason$",
            (string?)Json(result)["errorMessage"]);
        Assert.Equal("Unhandled", result.FunctionError);
    }

    private static JsonNode Json(LambdaResult result) => JsonNode.Parse(Encoding.UTF8.GetString(result.Payload.Span))!;

    private async Task<FunctionProcess> StartAsync(string handler, string function, int? maxConcurrency = null) =>
        FunctionProcess.Start(
            handler,
            await fixture.Aws.OpenRuntimeApiAsync(function, TestContext.Current.CancellationToken),
            maxConcurrency);
}
