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

        Assert.Equal(401, JsonElement.Parse(stranger).GetProperty("statusCode").GetInt32());
        Assert.Equal(403, JsonElement.Parse(keyless).GetProperty("statusCode").GetInt32());
        AssertReply(owner, 400, """{"status":400,"success":false,"message":"Invalid method"}""");
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

    private static string Event(string method, string path, string authorizer, string key, string body) => $$$"""
        {"resource":"{{{path}}}","path":"{{{path}}}","httpMethod":"{{{method}}}","headers":{},"multiValueHeaders":{},
        "requestContext":{"resourcePath":"{{{path}}}","httpMethod":"{{{method}}}","path":"/prod{{{path}}}",
        "stage":"prod","requestId":"0b1c2d3e","identity":{"sourceIp":"203.0.113.7"{{{key}}}}{{{authorizer}}}},
        "body":{{{JsonSerializer.Serialize(body)}}},"isBase64Encoded":false}
        """;

    private static void AssertReply(string body, int status, string text)
    {
        var reply = JsonElement.Parse(body);

        Assert.Equal(
            (status, text), (reply.GetProperty("statusCode").GetInt32(), reply.GetProperty("body").GetString()));
        Assert.Equal("0b1c2d3e", reply.GetProperty("multiValueHeaders").GetProperty("x-request-id")[0].GetString());
    }

    private static async Task<(string Kind, string Body)> InvokeAsync(string handler, string request)
    {
        await using var runtime = await RuntimeApi.StartAsync(request);
        using var function = ApiProcess.Start(new()
        {
            ["AWS_LAMBDA_FUNCTION_NAME"] = $"test-stack-{handler}",
            ["_HANDLER"] = handler,
            ["AWS_LAMBDA_RUNTIME_API"] = runtime.Address,
            ["ORGANIZATION_DOMAIN"] = "example.com",
            ["AWS__Resources__UserPoolId"] = UserPool.PoolId,
            ["AWS__Resources__UserPoolClientId"] = UserPool.ClientId,
            ["AWS__Resources__RestApiId"] = FakeApiGateway.ApiId,
            ["AWS__Resources__StageName"] = FakeApiGateway.Stage,
            ["AWS__Resources__UsagePlanId"] = FakeApiGateway.PlanId,
            ["AWS__Resources__StackName"] = Gateway.Stack,
            ["AWS_REGION"] = "eu-west-1",
            ["AWS_ACCESS_KEY_ID"] = "test",
            ["AWS_SECRET_ACCESS_KEY"] = "test",
        });
        return await runtime.ReportAsync();
    }
}
