using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace BedrockGateway.Compat.Tests.AwsSdk;

public sealed class RetryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(500, "InternalErrorException")]
    [InlineData(503, "SlowDown")]
    [InlineData(400, "TooManyRequestsException")]
    public async Task PassingFault_IsRetriedWithTheSameBody(int status, string code)
    {
        await using var server = await WireServer.StartAsync(Token);
        server.Prepare(status, $$"""{"__type":"{{code}}","message":"again"}""");
        server.Prepare(200, """{"Username":"u"}""");
        using var client = Client(server, maxErrorRetry: 1);

        var response = await client.AdminGetUserAsync(
            new AdminGetUserRequest { UserPoolId = "p_1", Username = "u" }, Token);

        Assert.Equal("u", response.Username);
        Assert.Equal(
            ["""{"UserPoolId":"p_1","Username":"u"}""", """{"UserPoolId":"p_1","Username":"u"}"""],
            server.Requests.Select(request => request.Text));
    }

    [Fact]
    public async Task LastingFault_IsThrownAfterTheLastAttempt()
    {
        await using var server = await WireServer.AnsweringAsync(
            500, """{"__type":"InternalErrorException","message":"still down"}""", Token);
        using var client = Client(server, maxErrorRetry: 2);

        var fault = await Assert.ThrowsAsync<InternalErrorException>(() => client.AdminGetUserAsync(
            new AdminGetUserRequest { UserPoolId = "p_1", Username = "u" }, Token));

        Assert.Equal("still down", fault.Message);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task FaultOfTheCaller_IsNotRetried()
    {
        await using var server = await WireServer.AnsweringAsync(
            400, """{"__type":"UserNotFoundException","message":"User does not exist."}""", Token);
        using var client = Client(server, maxErrorRetry: 2);

        await Assert.ThrowsAsync<UserNotFoundException>(() => client.AdminGetUserAsync(
            new AdminGetUserRequest { UserPoolId = "p_1", Username = "u" }, Token));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task ModelNotReady_IsRetriedWithTheWholeBody()
    {
        await using var server = await WireServer.StartAsync(Token);
        server.Prepare(429, """{"message":"wait"}""", ("x-amzn-ErrorType", "ModelNotReadyException"));
        server.Prepare(200, "{}");
        using var client = new AmazonBedrockRuntimeClient(
            Clients.Credentials, Clients.Configure(new AmazonBedrockRuntimeConfig(), server, maxErrorRetry: 1));
        using var body = new MemoryStream("""{"prompt":"p"}"""u8.ToArray());

        await client.InvokeModelAsync(new InvokeModelRequest { ModelId = "m", Body = body }, Token);

        Assert.Equal(
            ["""{"prompt":"p"}""", """{"prompt":"p"}"""], server.Requests.Select(request => request.Text));
    }

    [Fact]
    public void Default_IsStandardModeWithThreeAttempts()
    {
        var config = new AmazonCognitoIdentityProviderConfig();

        Assert.Equal(RequestRetryMode.Standard, config.RetryMode);
        Assert.Equal(2, config.MaxErrorRetry);
    }

    private static AmazonCognitoIdentityProviderClient Client(WireServer server, int maxErrorRetry) =>
        new(Clients.Credentials, Clients.Configure(new AmazonCognitoIdentityProviderConfig(), server, maxErrorRetry));
}
