using System.Net;
using Amazon.Runtime;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Hosting;

/// <summary>What every route has in common.</summary>
public sealed class EdgeTests : IAsyncLifetime
{
    private Gateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await Gateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/register")]
    [InlineData("DELETE", "/login")]
    [InlineData("POST", "/unknown/path.html")]
    [InlineData("OPTIONS", "/unknown")]
    [InlineData("TRACE", "/bedrock")]
    public async Task UnknownRoute_AnswersAsTheGatewayDoes(string method, string path)
    {
        using var reply = await _gateway.SendAsync(new(method), path);

        await reply.IsRefusedAsync(403, "permission_error", "Missing Authentication Token");
    }

    [Theory]
    [InlineData("/register", "GET,POST,PUT,DELETE,OPTIONS")]
    [InlineData("/login", "GET,POST,PUT,DELETE,OPTIONS")]
    [InlineData("/bedrock", "GET,POST,OPTIONS")]
    public async Task Preflight_IsAnswered(string path, string verbs)
    {
        using var reply = await _gateway.SendAsync(HttpMethod.Options, path);

        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
        Assert.Equal("*", Header(reply, "Access-Control-Allow-Origin"));
        Assert.Equal("*,Authorization", Header(reply, "Access-Control-Allow-Headers"));
        Assert.Equal(verbs, Header(reply, "Access-Control-Allow-Methods"));
        Assert.Equal("7200", Header(reply, "Access-Control-Max-Age"));
    }

    [Theory]
    [InlineData("POST", "/register")]
    [InlineData("GET", "/bedrock")]
    [InlineData("GET", "/unknown")]
    public async Task EveryReply_CarriesCorsAndItsId(string method, string path)
    {
        using var reply = await _gateway.SendAsync(new(method), path);

        Assert.Equal("*", Header(reply, "Access-Control-Allow-Origin"));
        Assert.Equal(
            "x-request-id,request-id,x-gateway-model,x-gateway-attempts,x-gateway-dropped,Retry-After,x-should-retry,"
            + "x-amzn-RequestId,x-amzn-ErrorType,x-amz-apigw-id",
            Header(reply, "Access-Control-Expose-Headers"));
        var log = await _gateway.StopAsync();
        Assert.Contains($"\"RequestId\":\"{Header(reply, "x-request-id")}\"", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Defect_IsLoggedWithoutItsMessage()
    {
        _gateway.Faults.Before("InitiateAuth", () => new InvalidOperationException("quotes the passw0rd"));

        using var reply = await _gateway.PostAsync("/login", """{"email":"ann@example.com","password":"Passw0rd!"}""");

        await reply.FailsAsync(500, "Internal server error");
        Assert.Contains("System.InvalidOperationException", _gateway.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("passw0rd", _gateway.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SignUp", "AccessDeniedException", HttpStatusCode.BadRequest)]
    [InlineData("CreateApiKey", "AccessDeniedException", HttpStatusCode.Forbidden)]
    [InlineData("CreateUsagePlanKey", "UnauthorizedException", HttpStatusCode.Unauthorized)]
    [InlineData("AdminUpdateUserAttributes", "UnrecognizedClientException", HttpStatusCode.BadRequest)]
    public async Task DenialOfTheGatewaysOwnRole_TellsTheClientNothing(
        string operation, string code, HttpStatusCode status)
    {
        _gateway.Faults.Before(operation, () => new AmazonServiceException(
            "User: arn:aws:sts::1:assumed-role/r is not authorized", ErrorType.Sender, code, "id", status));

        using var reply = await _gateway.PostAsync(
            "/register", """{"email":"ann@example.com","password":"Passw0rd!","fullname":"Ann"}""");

        await reply.FailsAsync(502, "AWS denied the gateway a call that this request needs.");
        Assert.DoesNotContain("arn:aws:sts", _gateway.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OversizedBody_AnswersRequestTooLong()
    {
        // A client that waits for the server's word before it sends the body.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/login");
        request.Content = new ByteArrayContent(new byte[RequestBody.MaxBytes + 1]);
        request.Headers.ExpectContinue = true;

        using var reply = await _gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);

        await reply.FailsAsync(413, "Request Too Long");
    }

    [Fact]
    public async Task Request_IsLoggedAsOneJsonLine()
    {
        using var reply = await _gateway.PostAsync("/login?secret=1", "{}");

        var line = Assert.Single(
            (await _gateway.StopAsync()).Split('\n'), line => line.Contains("\"Route\"", StringComparison.Ordinal));
        var id = Header(reply, "x-request-id");
        Assert.Equal(
            $$"""
            {"timestamp":"2026-03-04T10:00:00.000Z","level":"Information",
            "category":"BedrockGateway.Api.Hosting.RequestLog","message":"{{id}} POST /login 422 in 0 ms",
            "RequestId":"{{id}}","Method":"POST","Route":"/login","Status":422,"DurationMs":0}
            """.ReplaceLineEndings(""),
            line.TrimEnd('\r'));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task Health_IsAnsweredOnKestrel(string path)
    {
        using var reply = await _gateway.SendAsync(HttpMethod.Get, path);

        Assert.Equal("Healthy", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static string Header(HttpResponseMessage reply, string name) =>
        string.Join(',', reply.Headers.GetValues(name));
}
