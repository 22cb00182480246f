using System.Net;
using System.Net.Sockets;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Tests.Lambda;

public sealed class OpenRuntimeApiTests
{
    [Fact]
    public async Task SameFunction_HasOneAddressHoweverManyAsk()
    {
        await using var aws = await LocalAws.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            aws.OpenRuntimeApiAsync(number % 2 == 0 ? "even" : "odd", TestContext.Current.CancellationToken)));

        Assert.Equal(2, asked.Distinct().Count());
        Assert.All(asked, address => Assert.Matches(@"^127\.0\.0\.1:\d+$", address));
    }

    [Fact]
    public async Task FixedPort_IsThatOfTheFirstFunctionOfTheName()
    {
        var port = FreePort();
        await using var aws = await LocalAws.StartAsync(
            new() { FunctionPorts = { ["models"] = port } }, TestContext.Current.CancellationToken);

        var first = await aws.OpenRuntimeApiAsync("Gateway-models", TestContext.Current.CancellationToken);
        var second = await aws.OpenRuntimeApiAsync("Other-models", TestContext.Current.CancellationToken);
        var another = await aws.OpenRuntimeApiAsync("supermodels", TestContext.Current.CancellationToken);

        Assert.Equal($"127.0.0.1:{port}", first);
        Assert.Equal(3, new[] { first, second, another }.Distinct().Count());
    }

    [Fact]
    public async Task EveryAddress_IsNamedAsThisMachineReachesIt()
    {
        await using var aws = await LocalAws.StartAsync(
            new() { BindAddress = IPAddress.Any }, TestContext.Current.CancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        var runtimeApi = await aws.OpenRuntimeApiAsync("f", TestContext.Current.CancellationToken);
        var health = await http.GetStringAsync(
            new Uri(aws.Endpoint, "/_local/health"), TestContext.Current.CancellationToken);

        Assert.Equal(("127.0.0.1", "127.0.0.1", "OK"), (aws.Endpoint.Host, aws.Gateway.Host, health));
        Assert.StartsWith("127.0.0.1:", runtimeApi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    public async Task NameThatNoFunctionCanHave_IsRefused(string name)
    {
        await using var aws = await LocalAws.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<ArgumentException>(() =>
            aws.OpenRuntimeApiAsync(name, TestContext.Current.CancellationToken));

        Assert.Equal($"'{name}' cannot be the name of a function. (Parameter 'functionName')", refused.Message);
    }

    [Fact]
    public async Task Stop_EndsPollsAndInvocationsThatWaitAndClosesThePort()
    {
        var fixture = new LambdaFixture();
        await fixture.InitializeAsync();
        var (polled, unpolled) = (fixture.AddFunction(), fixture.AddFunction());
        using var poller = await fixture.PollAsync(polled);
        var running = fixture.InvokeAsync(polled);
        await poller.NextAsync();
        var waiting = fixture.InvokeAsync(unpolled);
        var poll = poller.PollAsync(TestContext.Current.CancellationToken);

        await fixture.DisposeAsync().AsTask()
            .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.Equal("LocalAws is stopping.", (await Assert.ThrowsAsync<AwsFault>(() => running)).Message);
        Assert.Equal("LocalAws is stopping.", (await Assert.ThrowsAsync<AwsFault>(() => waiting)).Message);
        await Assert.ThrowsAsync<HttpRequestException>(() => poll);
        await Assert.ThrowsAsync<HttpRequestException>(() => poller.PollAsync(TestContext.Current.CancellationToken));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
