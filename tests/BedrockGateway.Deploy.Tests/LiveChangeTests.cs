using System.Text.Json.Nodes;

namespace BedrockGateway.Deploy.Tests;

/// <summary>
/// What each overridden property does once the stack is updated: at once where it belongs to the stage, the plan or the
/// pool, and with the next deployment where it belongs to the API.
/// </summary>
public sealed class LiveChangeTests
{
    private const string Served = "200 BedrockGateway-models";

    [Fact]
    public async Task Audience_CountsWithTheNextDeployment()
    {
        await using var stack = await LiveStack.CreateAsync();
        Assert.Equal(Served, await stack.CallModelsAsync());

        await stack.UpdateAsync(
            "AWS::ApiGateway::Authorizer", properties => properties["IdentityValidationExpression"] = "another-client");
        Assert.Equal(Served, await stack.CallModelsAsync());
        await stack.RedeployAsync();

        Assert.StartsWith("401 ", await stack.CallModelsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokenSource_CountsWithTheNextDeployment()
    {
        await using var stack = await LiveStack.CreateAsync();
        Task<string> CallAsync() =>
            stack.CallAsync("GET", "bedrock", ("X-Token", stack.IdToken), ("x-api-key", stack.ApiKey));

        await stack.UpdateAsync(
            "AWS::ApiGateway::Authorizer",
            properties => properties["IdentitySource"] = "method.request.header.X-Token");
        Assert.StartsWith("401 ", await CallAsync(), StringComparison.Ordinal);
        await stack.RedeployAsync();

        Assert.Equal(Served, await CallAsync());
    }

    [Fact]
    public async Task GatewayResponse_CountsWithTheNextDeployment()
    {
        await using var stack = await LiveStack.CreateAsync();
        var before = await stack.CallAsync("GET", "bedrock");

        await stack.UpdateAsync("AWS::ApiGateway::GatewayResponse", properties =>
        {
            properties["StatusCode"] = "418";
            properties["ResponseTemplates"] =
                new JsonObject { ["application/json"] = """{"m":$context.error.messageString}""" };
        });
        Assert.Equal(before, await stack.CallAsync("GET", "bedrock"));
        await stack.RedeployAsync();

        Assert.Equal("""418 {"m":"Unauthorized"}""", await stack.CallAsync("GET", "bedrock"));
    }

    [Fact]
    public async Task KeyAndAuthorizationOfAMethod_CountWithTheNextDeployment()
    {
        await using var stack = await LiveStack.CreateAsync();

        await stack.UpdateAsync("AWS::ApiGateway::Method", properties =>
        {
            properties.Remove("ApiKeyRequired");
            properties.Remove("AuthorizerId");
            properties["AuthorizationType"] = "NONE";
        });
        Assert.StartsWith("401 ", await stack.CallAsync("GET", "bedrock"), StringComparison.Ordinal);
        await stack.RedeployAsync();

        Assert.Equal(Served, await stack.CallAsync("GET", "bedrock"));
    }

    [Fact]
    public async Task Integration_CountsWithTheNextDeployment()
    {
        await using var stack = await LiveStack.CreateAsync();

        await stack.UpdateAsync("AWS::ApiGateway::Method", properties =>
        {
            if ((string?)properties["HttpMethod"] == "POST")
            {
                properties["Integration"] = new JsonObject
                {
                    ["Type"] = "MOCK",
                    ["RequestTemplates"] = new JsonObject { ["application/json"] = """{"statusCode":204}""" },
                    ["IntegrationResponses"] = new JsonArray(new JsonObject { ["StatusCode"] = "204" }),
                };
                properties["MethodResponses"] = new JsonArray(new JsonObject { ["StatusCode"] = "204" });
            }
        });
        Assert.Equal("200 BedrockGateway-accounts", await stack.CallAsync("POST", "login"));
        await stack.RedeployAsync();

        Assert.Equal("204 ", await stack.CallAsync("POST", "login"));
    }

    [Fact]
    public async Task CorsOfThePreflight_CountsWithTheNextDeployment()
    {
        const string Parameter = "method.response.header.Access-Control-Max-Age";
        await using var stack = await LiveStack.CreateAsync();
        async Task<string?> MaxAgeAsync()
        {
            using var response = await stack.SendAsync("OPTIONS", "bedrock", ("Origin", "https://a.example"));
            return response.Headers.GetValues("Access-Control-Max-Age").Single();
        }

        await stack.UpdateAsync("AWS::ApiGateway::Method", properties =>
        {
            foreach (var reply in properties["Integration"]!["IntegrationResponses"]?.AsArray() ?? [])
            {
                reply!["ResponseParameters"]![Parameter] = "'17'";
            }
        });
        Assert.Equal("7200", await MaxAgeAsync());
        await stack.RedeployAsync();

        Assert.Equal("17", await MaxAgeAsync());
    }

    [Fact]
    public async Task StageThrottle_IsLiveAtOnce()
    {
        await using var stack = await LiveStack.CreateAsync();
        Assert.Equal("200 BedrockGateway-accounts", await stack.CallAsync("POST", "register"));

        await stack.UpdateAsync("AWS::ApiGateway::Stage", properties =>
        {
            // The entry of every method has the log level.
            foreach (var setting in properties["MethodSettings"]!.AsArray())
            {
                if ((string)setting!["ResourcePath"]! != "/*")
                {
                    setting["ThrottlingBurstLimit"] = 0;
                    setting["ThrottlingRateLimit"] = 0;
                }
            }
        });

        Assert.StartsWith("429 ", await stack.CallAsync("POST", "register"), StringComparison.Ordinal);
        Assert.Equal(Served, await stack.CallModelsAsync());
    }

    [Theory]
    [InlineData("Throttle", """{"RateLimit":0,"BurstLimit":0}""")]
    [InlineData("Quota", """{"Limit":1,"Period":"DAY"}""")]
    public async Task UsagePlan_IsLiveAtOnce(string property, string value)
    {
        await using var stack = await LiveStack.CreateAsync();
        Assert.Equal(Served, await stack.CallModelsAsync());

        await stack.UpdateAsync(
            "AWS::ApiGateway::UsagePlan", properties => properties[property] = JsonNode.Parse(value));

        Assert.StartsWith("429 ", await stack.CallModelsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvokePermission_IsLiveAtOnce()
    {
        await using var stack = await LiveStack.CreateAsync();

        await stack.UpdateAsync("AWS::Lambda::Permission", properties => properties["Principal"] = "s3.amazonaws.com");

        Assert.StartsWith("500 ", await stack.CallModelsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FunctionsEnvironment_IsLiveAtOnce()
    {
        await using var stack = await LiveStack.CreateAsync();

        await stack.UpdateAsync(
            "AWS::Lambda::Function",
            properties => properties["Environment"] = JsonNode.Parse("""{"Variables":{"A":"1"}}"""));

        Assert.All(
            await stack.Account.FunctionsAsync(),
            function => Assert.Equal("1", (string?)function!["environment"]!["A"]));
    }

    [Fact]
    public async Task PasswordPolicy_IsLiveAtOnce()
    {
        await using var stack = await LiveStack.CreateAsync();

        await stack.UpdateAsync(
            "AWS::Cognito::UserPool",
            properties => properties["Policies"]!["PasswordPolicy"]!["MinimumLength"] = 40);

        Assert.Equal(
            "Password did not conform with policy: Password not long enough", await stack.RefusedPasswordAsync());
    }
}
