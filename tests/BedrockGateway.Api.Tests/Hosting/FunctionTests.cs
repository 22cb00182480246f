using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Hosting;

/// <summary>The program as Lambda runs it: one event in, one reply out.</summary>
public sealed class FunctionTests
{
    [Fact]
    public async Task Accounts_AnswersAnEvent()
    {
        var (kind, body) = await InvokeAsync("accounts", Event("POST", "/register", "", "", "{}"));

        Assert.Equal("response", kind);
        AssertReply(body, 422, """{"status":422,"success":false,"message":"Missing required parameters."}""");
    }

    // The rule's input; nobody answers where AWS would be.
    [Fact]
    public async Task Schedule_IsTheEventThatNoGatewayWrote()
    {
        const string Input = """
            {"source":"bedrock-gateway.schedule","resource":"/_schedule","path":"/_schedule","httpMethod":"POST",
            "requestContext":{}}
            """;
        var (_, forged) = await InvokeAsync("accounts", Event("POST", "/_schedule", "", "", "{}"));
        await using var runtime = await RuntimeApi.StartAsync(Input);
        var environment = Functions.Environment("accounts", runtime.Address);
        environment["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1";
        using var function = ApiProcess.Start(environment);
        var (kind, ours) = await runtime.ReportAsync();

        Assert.Equal(403, JsonElement.Parse(forged).GetProperty("statusCode").GetInt32());
        Assert.Equal("response", kind);
        Assert.Equal(
            """{"status":502,"success":false,"message":"AWS could not be reached."}""",
            JsonElement.Parse(ours).GetProperty("body").GetString());
    }

    [Fact]
    public async Task Models_TrustsTheEventsClaims()
    {
        const string Claims = """
            ,"authorizer":{"claims":{"sub":"s","token_use":"id","aud":"client0000000000000000001",
            "custom:api_key":"own"}}
            """;
        const string Key = """
            ,"apiKey":"own","apiKeyId":"key0000001"
            """;
        var (_, stranger) = await InvokeAsync("models", Event("PUT", "/bedrock", "", "", ""));
        var (_, keyless) = await InvokeAsync("models", Event("PUT", "/bedrock", Claims, "", ""));
        var (_, owner) = await InvokeAsync(
            "models", Event("PUT", "/bedrock", Claims, Key, ""));

        Assert.Equal(401, Streamed(stranger).Head.GetProperty("statusCode").GetInt32());
        Assert.Equal(403, Streamed(keyless).Head.GetProperty("statusCode").GetInt32());
        var (head, body) = Streamed(owner);
        AssertHead(head, 400);
        Assert.Equal("""{"status":400,"success":false,"message":"Invalid method"}""", body);
    }

    [Theory]
    [InlineData("ann@example.com", "response", "autoConfirmUser\":true")]
    [InlineData("ann@evil.org", "error", "Cannot register user as email is not part of domain: example.com\"")]
    public async Task PreSignup_AnswersCognitosEvent(string email, string kind, string part)
    {
        var request = $$$"""
            {"version":"1","userName":"{{{email}}}","triggerSource":"PreSignUp_SignUp",
            "request":{"userAttributes":{"email":"{{{email}}}"}},"response":{}}
            """;

        var report = await InvokeAsync("pre-signup", request);

        Assert.Equal(kind, report.Kind);
        Assert.Contains(part, report.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_IsOneLineOfInformationWithoutTheAddressOrAStack()
    {
        const string Request = """
            {"version":"1","userName":"eve@evil.org","triggerSource":"PreSignUp_SignUp",
            "request":{"userAttributes":{"email":"eve@evil.org"}},"response":{}}
            """;
        await using var runtime = await RuntimeApi.StartAsync(Request);
        using var function = ApiProcess.Start(Functions.Environment("pre-signup", runtime.Address));

        var text = await function.LineAsync("refused");
        var report = JsonElement.Parse((await runtime.ReportAsync()).Body);

        var line = JsonElement.Parse(text);
        const string Reason = "Cannot register user as email is not part of domain: example.com";
        Assert.Equal("Information", line.GetProperty("level").GetString());
        Assert.Equal(
            $"{line.GetProperty("RequestId").GetString()} refused: {Reason}", line.GetProperty("message").GetString());
        Assert.Equal(Reason, line.GetProperty("Reason").GetString());
        Assert.DoesNotContain("evil", text, StringComparison.Ordinal);
        Assert.Equal("RefusedException", report.GetProperty("errorType").GetString());
        Assert.False(report.TryGetProperty("stackTrace", out _));
    }

    [Fact]
    public async Task Deadline_IsAnsweredBeforeLambdaEndsTheProcess()
    {
        // An address that takes connections and never answers, as a hanging AWS service would.
        using var silence = new TcpListener(IPAddress.Loopback, 0);
        silence.Start();
        await using var runtime = await RuntimeApi.StartAsync(
            Event("POST", "/login", "", "", """{"email":"ann@example.com","password":"Passw0rd!"}"""),
            TimeSpan.FromSeconds(4));
        var environment = Functions.Environment("accounts", runtime.Address);
        environment["AWS_ENDPOINT_URL"] = $"http://{silence.LocalEndpoint}";
        using var function = ApiProcess.Start(environment);

        var (kind, body) = await runtime.ReportAsync();

        Assert.Equal("response", kind);
        AssertReply(body, 504, """{"status":504,"success":false,"message":"Endpoint request timed out"}""");
    }

    private static string Event(string method, string path, string authorizer, string key, string body) => $$$"""
        {"resource":"{{{path}}}","path":"{{{path}}}","httpMethod":"{{{method}}}","headers":{},"multiValueHeaders":{},
        "requestContext":{"resourcePath":"{{{path}}}","httpMethod":"{{{method}}}","path":"/prod{{{path}}}",
        "stage":"prod","requestId":"0b1c2d3e","identity":{"sourceIp":"203.0.113.7"{{{key}}}}{{{authorizer}}}},
        "body":{{{JsonSerializer.Serialize(body)}}},"isBase64Encoded":false}
        """;

    private static void AssertReply(string body, int status, string text)
    {
        var reply = JsonElement.Parse(body);

        Assert.Equal(text, reply.GetProperty("body").GetString());
        AssertHead(reply, status);
    }

    private static void AssertHead(JsonElement reply, int status)
    {
        Assert.Equal(status, reply.GetProperty("statusCode").GetInt32());
        Assert.Equal("0b1c2d3e", reply.GetProperty("multiValueHeaders").GetProperty("x-request-id")[0].GetString());
    }

    // The models function streams every reply: status and headers, eight NULs, the body.
    private static (JsonElement Head, string Body) Streamed(string reply)
    {
        var parts = reply.Split("\0\0\0\0\0\0\0\0");
        Assert.Equal(2, parts.Length);
        return (JsonElement.Parse(parts[0]), parts[1]);
    }

    private static async Task<(string Kind, string Body)> InvokeAsync(string handler, string request)
    {
        await using var runtime = await RuntimeApi.StartAsync(request);
        using var function = ApiProcess.Start(Functions.Environment(handler, runtime.Address));
        return await runtime.ReportAsync();
    }
}
