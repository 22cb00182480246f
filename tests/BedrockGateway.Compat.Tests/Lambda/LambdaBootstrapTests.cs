using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Microsoft.AspNetCore.Http;

namespace BedrockGateway.Compat.Tests.Lambda;

public sealed class LambdaBootstrapTests
{
    private static readonly ILambdaSerializer Serializer =
        new SourceGeneratorLambdaJsonSerializer<LambdaTestJsonContext>();

    [Fact]
    public async Task Event_IsHandledAndItsReplyPosted()
    {
        await using var api = await RuntimeApiFake.StartAsync();
        await using var running = Running.Start(
            api.Address, (input, _) => Task.FromResult(new Greeting($"Hej {input.Text}")));

        api.Send("""{"TEXT":"Åsa"}""", "id-7");
        var post = await api.PostedAsync();

        Assert.Equal("/invocation/id-7/response", post.Path);
        Assert.Equal("""{"text":"Hej Åsa"}""", post.Body);
        Assert.Equal("application/json", post.Headers["Content-Type"]);
        Assert.StartsWith("aws-lambda-dotnet/", post.Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandlerFailure_IsReportedAndTheNextEventServed()
    {
        await using var api = await RuntimeApiFake.StartAsync();
        await using var running = Running.Start(api.Address, (input, _) => input.Text == "bad"
            ? throw new InvalidOperationException("Det går inte.", new FormatException("inner"))
            : Task.FromResult(input));

        api.Send("""{"text":"bad"}""", "id-1");
        api.Send("""{"text":"good"}""", "id-2");
        var failure = await api.PostedAsync();
        var success = await api.PostedAsync();

        Assert.Equal("/invocation/id-1/error", failure.Path);
        Assert.Equal("application/vnd.aws.lambda.error+json", failure.Headers["Content-Type"]);
        Assert.Equal("InvalidOperationException", failure.Headers["Lambda-Runtime-Function-Error-Type"]);
        var error = JsonNode.Parse(failure.Body)!;
        Assert.Equal("InvalidOperationException", (string?)error["errorType"]);
        Assert.Equal("Det går inte.", (string?)error["errorMessage"]);
        Assert.StartsWith("at ", (string?)error["stackTrace"]![0], StringComparison.Ordinal);
        Assert.Equal("FormatException", (string?)error["cause"]!["errorType"]);
        var cause = JsonNode.Parse(failure.Headers["Lambda-Runtime-Function-XRay-Error-Cause"])!;
        Assert.Equal("InvalidOperationException", (string?)cause["exceptions"]![0]!["type"]);
        Assert.Equal("Det går inte.", (string?)cause["exceptions"]![0]!["message"]);
        Assert.Equal(Environment.CurrentDirectory, (string?)cause["working_directory"]);
        Assert.Equal("/invocation/id-2/response", success.Path);
    }

    [Fact]
    public async Task EventThatDoesNotParse_IsReportedAsTheSerializersError()
    {
        await using var api = await RuntimeApiFake.StartAsync();
        await using var running = Running.Start(api.Address, (input, _) => Task.FromResult(input));

        api.Send("{");
        var failure = await api.PostedAsync();

        Assert.Equal("JsonSerializerException", failure.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.StartsWith(
            "Error converting the Lambda event JSON payload to type BedrockGateway.Compat.Tests.Lambda.Greeting: ",
            (string?)JsonNode.Parse(failure.Body)!["errorMessage"],
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StatusCodes.Status413PayloadTooLarge)]
    [InlineData(StatusCodes.Status400BadRequest)]
    public async Task RefusedReply_DoesNotEndTheProcess(int status)
    {
        await using var api = await RuntimeApiFake.StartAsync();
        await using var running = Running.Start(api.Address, (input, _) => Task.FromResult(input));

        api.PostStatus = status;
        api.Send("""{"text":"1"}""", "id-1");
        await api.PostedAsync();
        api.PostStatus = StatusCodes.Status202Accepted;
        api.Send("""{"text":"2"}""", "id-2");

        Assert.Equal("/invocation/id-2/response", (await api.PostedAsync()).Path);
    }

    [Theory]
    [InlineData(StatusCodes.Status403Forbidden)]
    [InlineData(StatusCodes.Status500InternalServerError)]
    public async Task PollThatIsRefused_EndsTheProcess(int status)
    {
        await using var api = await RuntimeApiFake.StartAsync();
        api.PollStatus = status;
        using var bootstrap = Build(api.Address, (input, _) => Task.FromResult(input));

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() =>
            bootstrap.RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal($"The Runtime API answered {status} to a poll.", failure.Message);
    }

    [Fact]
    public async Task ReplyThatTheContainerCannotTake_EndsTheProcess()
    {
        await using var api = await RuntimeApiFake.StartAsync();
        api.PostStatus = StatusCodes.Status500InternalServerError;
        using var bootstrap = Build(api.Address, (input, _) => Task.FromResult(input));
        api.Send("""{"text":"1"}""");

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() =>
            bootstrap.RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal("The Runtime API answered 500; the process cannot go on.", failure.Message);
    }

    [Fact]
    public async Task RuntimeApiThatIsNotUpYet_IsWaitedFor()
    {
        var port = FreePort();
        await using var running = Running.Start($"127.0.0.1:{port}", (input, _) => Task.FromResult(input));

        await using var api = await RuntimeApiFake.StartAsync(port);
        api.Send("""{"text":"late"}""");

        Assert.Equal("""{"text":"late"}""", (await api.PostedAsync()).Body);
    }

    [Fact]
    public async Task RuntimeApiThatRestarts_IsFoundAgain()
    {
        var port = FreePort();
        var first = await RuntimeApiFake.StartAsync(port);
        await using var running = Running.Start($"127.0.0.1:{port}", (input, _) => Task.FromResult(input));
        await first.Polled.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await first.DisposeAsync();

        await using var second = await RuntimeApiFake.StartAsync(port);
        second.Send("""{"text":"again"}""");

        Assert.Equal("""{"text":"again"}""", (await second.PostedAsync()).Body);
    }

    [Fact]
    public async Task Stop_LetsAnInvocationFinishAndTakesNoOther()
    {
        await using var api = await RuntimeApiFake.StartAsync();
        var entered = new TaskCompletionSource();
        var release = new TaskCompletionSource<Greeting>();
        await using var running = Running.Start(api.Address, (_, _) =>
        {
            entered.TrySetResult();
            return release.Task;
        });
        api.Send("""{"text":"1"}""", "id-1");
        await entered.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        await running.CancelAsync();
        api.Send("""{"text":"2"}""", "id-2");
        release.SetResult(new("finished"));
        await running.Completion.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal("""{"text":"finished"}""", (await api.PostedAsync()).Body);
    }

    [Fact]
    public async Task Context_TellsWhatThePollSaid()
    {
        await using var api = await RuntimeApiFake.StartAsync();
        ILambdaContext? seen = null;
        string? variable = null;
        TimeSpan remaining = default;
        await using var running = Running.Start(api.Address, (input, context) =>
        {
            seen = context;
            remaining = context.RemainingTime;
            variable = Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");
            return Task.FromResult(input);
        });
        var deadline = TimeProvider.System.GetUtcNow().AddSeconds(100).ToUnixTimeMilliseconds();

        api.Send(
            """{"text":""}""",
            "id-9",
            ("Lambda-Runtime-Deadline-Ms", deadline.ToString(CultureInfo.InvariantCulture)),
            ("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:000000000000:function:f:live"),
            ("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700"),
            ("Lambda-Runtime-Client-Context", """{"client":{"app_title":"App"},"custom":{"k":"v"},"env":{"os":"x"}}"""),
            ("Lambda-Runtime-Cognito-Identity", """{"cognitoIdentityId":"i","cognitoIdentityPoolId":"p"}"""));
        await api.PostedAsync();

        Assert.Equal("id-9", seen!.AwsRequestId);
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:f:live", seen.InvokedFunctionArn);
        Assert.Equal("Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700", seen.TraceId);
        Assert.Equal("Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700", variable);
        Assert.InRange(remaining, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(100));
        Assert.Equal("App", seen.ClientContext.Client.AppTitle);
        Assert.Equal("v", seen.ClientContext.Custom["k"]);
        Assert.Equal("x", seen.ClientContext.Environment["os"]);
        Assert.Equal("i", seen.Identity.IdentityId);
        Assert.Equal("p", seen.Identity.IdentityPoolId);
        Assert.Same(Serializer, seen.Serializer);
    }

    [Fact]
    public async Task InitializerThatFails_IsReportedAndThrown()
    {
        await using var api = await RuntimeApiFake.StartAsync();
        using var bootstrap = LambdaBootstrapBuilder
            .Create<Greeting, Greeting>(input => input, Serializer)
            .ConfigureOptions(options => options.RuntimeApiEndpoint = api.Address)
            .UseBootstrapHandler(() => throw new InvalidOperationException("No configuration."))
            .Build();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            bootstrap.RunAsync(TestContext.Current.CancellationToken));
        var post = await api.PostedAsync();

        Assert.Equal("No configuration.", failure.Message);
        Assert.Equal("/init/error", post.Path);
        Assert.Equal("InvalidOperationException", post.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Equal("No configuration.", (string?)JsonNode.Parse(post.Body)!["errorMessage"]);
        Assert.False(api.Polled.IsCompleted);
    }

    [Fact]
    public async Task InitializerThatDeclines_EndsWithoutAPoll()
    {
        await using var api = await RuntimeApiFake.StartAsync();
        using var bootstrap = LambdaBootstrapBuilder
            .Create<Greeting, Greeting>(input => input, Serializer)
            .ConfigureOptions(options => options.RuntimeApiEndpoint = api.Address)
            .UseBootstrapHandler(() => Task.FromResult(false))
            .Build();

        await bootstrap.RunAsync(TestContext.Current.CancellationToken);

        Assert.False(api.Polled.IsCompleted);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static LambdaBootstrap Build(string address, Func<Greeting, ILambdaContext, Task<Greeting>> handler) =>
        LambdaBootstrapBuilder
            .Create(handler, Serializer)
            .ConfigureOptions(options => options.RuntimeApiEndpoint = address)
            .Build();

    /// <summary>A bootstrap that runs until the test is over.</summary>
    private sealed class Running(LambdaBootstrap bootstrap, CancellationTokenSource stopping) : IAsyncDisposable
    {
        public Task Completion { get; } = bootstrap.RunAsync(stopping.Token);

        public static Running Start(string address, Func<Greeting, ILambdaContext, Task<Greeting>> handler) => new(
            Build(address, handler),
            CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken));

        public Task CancelAsync() => stopping.CancelAsync();

        public async ValueTask DisposeAsync()
        {
            await stopping.CancelAsync();
            await Completion.WaitAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
            bootstrap.Dispose();
            stopping.Dispose();
        }
    }
}
