using System.Globalization;
using System.Text.Json.Nodes;
using BedrockGateway.TestFunction;

namespace BedrockGateway.Compat.Tests.Lambda;

/// <summary>What becomes of a process: failures, deadlines, traces, snapshots, and the signal to stop.</summary>
public sealed class FunctionProcessTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private RuntimeApiFake _api = null!;

    public async ValueTask InitializeAsync() => _api = await RuntimeApiFake.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task FailingInvocation_LeavesTheProcessToServeTheNext()
    {
        await using var process = FunctionProcess.Start("pre-signup", _api.Address);

        _api.Send(SignUp("eve@evil.org"), "id-1");
        var failure = await _api.PostedAsync();
        _api.Send(SignUp("ada@example.com"), "id-2");
        var success = await _api.PostedAsync();

        Assert.Equal("/invocation/id-1/error", failure.Path);
        Assert.Equal("Nobody of evil.org may register.", (string?)JsonNode.Parse(failure.Body)!["errorMessage"]);
        Assert.Equal("/invocation/id-2/response", success.Path);
        Assert.True((bool?)JsonNode.Parse(success.Body)!["response"]!["autoConfirmUser"]);
        Assert.Contains("\tid-1\tfail\tSystem.InvalidOperationException: Nobody", process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnformattedLog_AddsNothingToAnException()
    {
        await using var process = FunctionProcess.Start(
            "pre-signup", _api.Address, null, ("AWS_LAMBDA_HANDLER_LOG_FORMAT", "unformatted"));

        _api.Send(SignUp("eve@evil.org"));
        await _api.PostedAsync();

        await process.WaitForLineAsync("System.InvalidOperationException: Nobody of evil.org may register.")
            .WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task ConcurrentInvocations_EachKnowTheirOwnTrace()
    {
        await using var process = FunctionProcess.Start("web", _api.Address, maxConcurrency: 2);

        _api.Send(Get("/traces/2"), "id-1", ("Lambda-Runtime-Trace-Id", "Root=1-a-1"));
        _api.Send(Get("/traces/2"), "id-2", ("Lambda-Runtime-Trace-Id", "Root=1-b-2"));
        var posts = new[] { await _api.PostedAsync(), await _api.PostedAsync() };

        Assert.Equal(
            [("/invocation/id-1/response", "Root=1-a-1"), ("/invocation/id-2/response", "Root=1-b-2")],
            posts.Select(post => (post.Path, (string)JsonNode.Parse(post.Body)!["body"]!)).Order());
    }

    [Fact]
    public async Task Deadline_AbortsTheRequest()
    {
        await using var process = FunctionProcess.Start("web", _api.Address);
        var deadline = TimeProvider.System.GetUtcNow().AddSeconds(2).ToUnixTimeMilliseconds();

        _api.Send(
            Get("/deadline"),
            "id-1",
            ("Lambda-Runtime-Deadline-Ms", deadline.ToString(CultureInfo.InvariantCulture)));
        var post = await _api.PostedAsync();

        Assert.Equal("aborted", (string?)JsonNode.Parse(post.Body)!["body"]);
    }

    [Theory]
    [InlineData("web", """{"path":"/until-stopped","httpMethod":"GET"}""")]
    [InlineData("drains", """{"any":"event"}""")]
    public async Task SigTerm_LetsTheInvocationFinishAndTakesNoOther(string handler, string request)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        await using var process = FunctionProcess.Start(handler, _api.Address);
        _api.Send(request, "id-1");
        await process.WaitForLineAsync("in progress").WaitAsync(Patience, TestContext.Current.CancellationToken);
        _api.Send(request, "id-2");

        await process.TerminateAsync(TestContext.Current.CancellationToken);
        var post = await _api.PostedAsync();
        var code = await process.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal("/invocation/id-1/response", post.Path);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task SigTerm_EndsAPlainFunctionThatWaits()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        await using var process = FunctionProcess.Start("pre-signup", _api.Address);
        await _api.Polled.WaitAsync(Patience, TestContext.Current.CancellationToken);

        await process.TerminateAsync(TestContext.Current.CancellationToken);
        var code = await process.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(0, code);
    }

    [Fact]
    public async Task SnapStart_IsReadyForItsSnapshotBeforeItPolls()
    {
        await using var process = FunctionProcess.Start(
            "pre-signup", _api.Address, null, ("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));

        var ready = await _api.PostedAsync();
        _api.Send(SignUp("ada@example.com"), "id-1");

        Assert.Equal("/restore/next", ready.Path);
        Assert.Equal("/invocation/id-1/response", (await _api.PostedAsync()).Path);
    }

    [Fact]
    public async Task InitFailure_HasLambdasShapeAndAnExitCode()
    {
        await using var process = FunctionProcess.Start("fails-at-init", _api.Address);

        var post = await _api.PostedAsync();
        var code = await process.WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal("/init/error", post.Path);
        Assert.Equal("InvalidOperationException", post.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Equal("application/vnd.aws.lambda.error+json", post.Headers["Content-Type"]);
        var error = JsonNode.Parse(post.Body)!;
        Assert.Equal("InvalidOperationException", (string?)error["errorType"]);
        Assert.Equal("The function has no configuration.", (string?)error["errorMessage"]);
        Assert.NotEmpty(error["stackTrace"]!.AsArray());
        Assert.NotEqual(0, code);
        Assert.False(_api.Polled.IsCompleted);
    }

    private static string Get(string path) => $$"""{"path":"{{path}}","httpMethod":"GET"}""";

    private static string SignUp(string email) => $$$"""
        {"version":"1","userName":"u","triggerSource":"PreSignUp_SignUp",
         "request":{"userAttributes":{"email":"{{{email}}}"}},"response":{}}
        """;
}
