using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Amazon.CDK.Assertions;

namespace BedrockGateway.Infra.Tests;

public sealed class GatewayStackTests
{
    // API Gateway answers these itself, and calls no function.
    private static readonly string[] Mocked =
        ["OPTIONS /bedrock", "OPTIONS /model/{proxy+}", "OPTIONS /v1/{proxy+}"];

    private static readonly Template Default = TemplateOf(new());

    [Fact]
    public void RestApi_IsRegionalAndServesStageProd()
    {
        Default.HasResourceProperties("AWS::ApiGateway::RestApi", new Dictionary<string, object>
        {
            ["Name"] = "BedrockGateway",
            ["EndpointConfiguration"] = new Dictionary<string, object> { ["Types"] = new[] { "REGIONAL" } },
        });
        Default.HasResourceProperties("AWS::ApiGateway::Stage", new Dictionary<string, object>
        {
            ["StageName"] = "prod",
        });
    }

    [Fact]
    public void Models_NeedTokenAndKeyOnEveryMethodAndStream() =>
        Default.ResourcePropertiesCountIs(
            "AWS::ApiGateway::Method",
            new Dictionary<string, object>
            {
                ["HttpMethod"] = "ANY",
                ["AuthorizationType"] = "COGNITO_USER_POOLS",
                ["ApiKeyRequired"] = true,
                ["Integration"] = new Dictionary<string, object>
                {
                    ["Type"] = "AWS_PROXY",
                    ["ResponseTransferMode"] = "STREAM",
                    ["TimeoutInMillis"] = 900_000,
                    ["Uri"] = UriWith(
                        "2021-11-15", "BedrockGateway-models/response-streaming-invocations"),
                },
            },
            3);

    [Fact]
    public void Accounts_AnswerWholeWithinTheDefaultOf29Seconds() =>
        Default.ResourcePropertiesCountIs(
            "AWS::ApiGateway::Method",
            new Dictionary<string, object>
            {
                ["ApiKeyRequired"] = Match.Absent(),
                ["Integration"] = new Dictionary<string, object>
                {
                    ["Type"] = "AWS_PROXY",
                    ["ResponseTransferMode"] = Match.Absent(),
                    ["TimeoutInMillis"] = Match.Absent(),
                    ["Uri"] = UriWith("2015-03-31", "BedrockGateway-accounts/invocations"),
                },
            },
            25);

    [Fact]
    public void Methods_AreTheseWithTokenOrWithout() =>
        Assert.Equal(
            [
                "ANY /account COGNITO_USER_POOLS",
                "ANY /account/{proxy+} COGNITO_USER_POOLS",
                "ANY /admin/{proxy+} COGNITO_USER_POOLS",
                "ANY /bedrock COGNITO_USER_POOLS",
                "ANY /model/{proxy+} COGNITO_USER_POOLS",
                "ANY /v1/{proxy+} COGNITO_USER_POOLS",
                "GET /openapi.json NONE",
                "POST /confirm NONE",
                "POST /confirm/{proxy+} NONE",
                "POST /login NONE",
                "POST /login/{proxy+} NONE",
                "POST /logout COGNITO_USER_POOLS",
                "POST /password/change COGNITO_USER_POOLS",
                "POST /password/{proxy+} NONE",
                "POST /refresh NONE",
                "POST /register NONE",
            ],
            MethodsOf(SynthesizedStack.Default)
                .Where(method => !method.StartsWith("OPTIONS ", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Preflight_IsOnEveryPathButTheDocumentsWithoutToken() =>
        Assert.Equal(
            MethodsOf(SynthesizedStack.Default).Select(method => method.Split(' ')[1]).Distinct()
                .Except(["/openapi.json"])
                .Select(path => $"OPTIONS {path} NONE").Order(StringComparer.Ordinal),
            MethodsOf(SynthesizedStack.Default)
                .Where(method => method.StartsWith("OPTIONS ", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));

    // CloudFormation takes no larger template in the call itself, which is how the local run hands it over.
    [Fact]
    public void Template_OfTheLocalRunFitsIntoACall()
    {
        var template = SynthesizedStack.Template(new() { FunctionsRunLocally = true });
        var text = template.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        Assert.InRange(text.Length, 10_000, 51_200);
    }

    // The API answers the same when it runs without a gateway in front.
    [Fact]
    public void Preflight_AllowsTheGatewaysMethodsAndHeaders()
    {
        var preflight = new Dictionary<string, object>
        {
            ["HttpMethod"] = "OPTIONS",
            ["Integration"] = new Dictionary<string, object>
            {
                ["IntegrationResponses"] = new[]
                {
                    new Dictionary<string, object>
                    {
                        ["StatusCode"] = "204",
                        ["ResponseParameters"] = new Dictionary<string, object>
                        {
                            ["method.response.header.Access-Control-Allow-Origin"] = "'*'",
                            ["method.response.header.Access-Control-Allow-Headers"] = "'*,Authorization'",
                            ["method.response.header.Access-Control-Allow-Methods"] = "'GET,POST,OPTIONS'",
                            ["method.response.header.Access-Control-Max-Age"] = "'7200'",
                            ["method.response.header.Access-Control-Expose-Headers"] =
                                "'x-request-id,x-amzn-RequestId,x-amz-apigw-id'",
                        },
                    },
                },
            },
        };

        Default.ResourcePropertiesCountIs("AWS::ApiGateway::Method", preflight, 3);
    }

    [Fact]
    public void Authorizer_ChecksTheAudience() =>
        Default.HasResourceProperties("AWS::ApiGateway::Authorizer", new Dictionary<string, object>
        {
            ["Type"] = "COGNITO_USER_POOLS",
            ["IdentitySource"] = "method.request.header.Authorization",
            ["IdentityValidationExpression"] = new Dictionary<string, object> { ["Ref"] = "UsersPoolClient39A19381" },
        });

    [Fact]
    public void MethodsWithoutToken_AreThrottledOnTheStage()
    {
        var settings = SynthesizedStack.Default.Only("AWS::ApiGateway::Stage")["Properties"]!["MethodSettings"]!
            .AsArray();
        var throttled = settings
            .Where(setting => setting!["ThrottlingRateLimit"] is not null)
            .Select(setting =>
                $"{setting!["HttpMethod"]} {((string)setting["ResourcePath"]!)[1..].Replace("~1", "/", StringComparison.Ordinal)}")
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            MethodsOf(SynthesizedStack.Default)
                .Where(method => method.EndsWith(" NONE", StringComparison.Ordinal))
                .Select(method => method[..^" NONE".Length])
                .Except(Mocked)
                .Order(StringComparer.Ordinal),
            throttled);
        JsonAssert.Equal(
            """
            {"HttpMethod":"POST","ResourcePath":"/~1login~1{proxy+}","ThrottlingRateLimit":5,
             "ThrottlingBurstLimit":10,"DataTraceEnabled":false,"LoggingLevel":"ERROR"}
            """,
            settings.Single(setting => (string?)setting!["ResourcePath"] == "/~1login~1{proxy+}"
                && (string?)setting["HttpMethod"] == "POST"));
    }

    [Fact]
    public void UsagePlan_HasThrottleAndQuotaOfTheSettings() =>
        TemplateOf(new()
        {
            ThrottleRateLimit = 7.5, ThrottleBurstLimit = 9, QuotaLimit = 11, QuotaPeriod = QuotaPeriod.Week,
        })
            .HasResourceProperties("AWS::ApiGateway::UsagePlan", new Dictionary<string, object>
            {
                ["Throttle"] = new Dictionary<string, object> { ["RateLimit"] = 7.5, ["BurstLimit"] = 9 },
                ["Quota"] = new Dictionary<string, object> { ["Limit"] = 11, ["Period"] = "WEEK" },
            });

    [Fact]
    public void UserPool_TakesAddressesAsCaseInsensitiveUserNamesWithoutAliases()
    {
        Default.HasResourceProperties("AWS::Cognito::UserPool", new Dictionary<string, object>
        {
            ["UsernameConfiguration"] = new Dictionary<string, object> { ["CaseSensitive"] = false },
            ["UsernameAttributes"] = Match.Absent(),
            ["AliasAttributes"] = Match.Absent(),
            ["AutoVerifiedAttributes"] = new[] { "email" },
            ["LambdaConfig"] = Match.Absent(),
        });
        Default.HasResourceProperties("AWS::Cognito::UserPoolClient", new Dictionary<string, object>
        {
            ["ExplicitAuthFlows"] = new[] { "ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH" },
            ["WriteAttributes"] = new[] { "email", "name" },
            ["ReadAttributes"] = new[] { "custom:api_key", "email", "email_verified", "name" },
            ["RefreshTokenValidity"] = 60,
        });
    }

    [Fact]
    public void AliasesAndGuardrail_ReachTheModelsFunctionWhereTheyAreSet()
    {
        const string Aliases = """{"gpt-4o":"us.anthropic.claude-sonnet-4-6"}""";
        var template = SynthesizedStack.Template(
            new() { ModelAliases = Aliases, DefaultGuardrail = "a1b2c3d4e5f6:1" });

        Assert.Equal([Aliases], VariablesOf(template, "MODEL_ALIASES"));
        Assert.Equal(["a1b2c3d4e5f6:1"], VariablesOf(template, "DEFAULT_GUARDRAIL"));
        Assert.Empty(VariablesOf(SynthesizedStack.Default, "MODEL_ALIASES"));
        Assert.Empty(VariablesOf(SynthesizedStack.Default, "DEFAULT_GUARDRAIL"));
    }

    [Fact]
    public void OrganizationDomain_AddsThePreSignupTrigger()
    {
        var template = TemplateOf(new() { OrganizationDomain = "example.com" });

        template.HasResourceProperties("AWS::Lambda::Function", new Dictionary<string, object>
        {
            ["FunctionName"] = "BedrockGateway-pre-signup",
            ["Handler"] = "pre-signup",
            ["Environment"] = new Dictionary<string, object>
            {
                ["Variables"] = new Dictionary<string, object>
                {
                    ["ORGANIZATION_DOMAIN"] = "example.com", ["AUTO_CONFIRM_DOMAIN"] = "true",
                },
            },
        });
        template.HasResourceProperties("AWS::Cognito::UserPool", new Dictionary<string, object>
        {
            ["LambdaConfig"] = new Dictionary<string, object>
            {
                ["PreSignUp"] = Match.AnyValue(), ["PreTokenGeneration"] = Match.AnyValue(),
            },
        });
        template.ResourceCountIs("AWS::Lambda::Function", 3);
        Default.ResourceCountIs("AWS::Lambda::Function", 2);
    }

    [Theory]
    [InlineData("accounts", 29)]
    [InlineData("models", 900)]
    public void Function_EndsWithItsIntegrationIsTracedAndKnowsTheStack(string handler, int seconds) =>
        Default.HasResourceProperties("AWS::Lambda::Function", new Dictionary<string, object>
        {
            ["FunctionName"] = $"BedrockGateway-{handler}",
            ["Handler"] = handler,
            ["Timeout"] = seconds,
            ["MemorySize"] = 512,
            ["TracingConfig"] = new Dictionary<string, object> { ["Mode"] = "Active" },
            ["Environment"] = new Dictionary<string, object>
            {
                ["Variables"] = new Dictionary<string, object>
                {
                    ["AWS__Resources__StackName"] = "BedrockGateway",
                    ["AWS__Resources__UserPoolId"] = Match.AnyValue(),
                    ["AWS__Resources__UserPoolClientId"] = Match.AnyValue(),
                    ["AWS__Resources__RestApiId"] = Match.AnyValue(),
                    ["AWS__Resources__StageName"] = "prod",
                    ["AWS__Resources__UsagePlanId"] = Match.AnyValue(),
                    ["CORS_ORIGINS"] = "*",
                },
            },
        });

    [Fact]
    public void FunctionSizes_FollowTheSettings()
    {
        var template = SynthesizedStack.Template(new()
        {
            OrganizationDomain = "example.com",
            AccountsMegabytes = 128, AccountsTimeoutSeconds = 10,
            ModelsMegabytes = 1024, ModelsTimeoutSeconds = 20,
            PreSignupMegabytes = 256, PreSignupTimeoutSeconds = 3,
        });

        Assert.Equal(
            [("accounts", 128, 10), ("models", 1024, 20), ("pre-signup", 256, 3)],
            template.Resources("AWS::Lambda::Function").Select(function => function.Properties).Select(function =>
                ((string)function["Handler"]!, (int)function["MemorySize"]!, (int)function["Timeout"]!)).Order());
    }

    [Theory]
    [InlineData("UNAUTHORIZED", "401", "authentication_error", null)]
    [InlineData("THROTTLED", "429", "rate_limit_error", "gatewayresponse.header.Retry-After='1'")]
    [InlineData("QUOTA_EXCEEDED", "429", "insufficient_quota", "gatewayresponse.header.x-should-retry='false'")]
    public void GatewayResponse_HasOneBodyForEveryDialect(string type, string status, string error, string? header)
    {
        var headers = new Dictionary<string, object>
        {
            ["gatewayresponse.header.Access-Control-Allow-Origin"] = "'*'",
        };
        if (header?.Split('=') is [var name, var value])
        {
            headers[name] = value;
        }

        Default.HasResourceProperties("AWS::ApiGateway::GatewayResponse", new Dictionary<string, object>
        {
            ["ResponseType"] = type,
            ["StatusCode"] = status,
            ["ResponseParameters"] = headers,
            ["ResponseTemplates"] = new Dictionary<string, object>
            {
                ["application/json"] =
                    $$"""{"message":$context.error.messageString,"status":{{status}},"success":"""
                    + $$"""false,"type":"error","error":{"type":"{{error}}","code":"{{error}}","message":"""
                    + """$context.error.messageString}"""
                    + "}",
            },
        });
    }

    private static Template TemplateOf(GatewaySettings settings) =>
        Template.FromStack(new GatewayStack(SynthesizedStack.App(), settings));

    // POST /login/{proxy+} NONE
    private static IEnumerable<string> MethodsOf(JsonObject template)
    {
        var resources = template.Resources("AWS::ApiGateway::Resource").ToDictionary(
            resource => resource.LogicalId, resource => resource.Properties);
        return template.Resources("AWS::ApiGateway::Method").Select(method =>
            $"{method.Properties["HttpMethod"]} {PathOf((string?)method.Properties["ResourceId"]!["Ref"])} "
            + method.Properties["AuthorizationType"]);

        string PathOf(string? id) => id is not null && resources.TryGetValue(id, out var resource)
            ? $"{PathOf((string?)resource["ParentId"]!["Ref"])}/{resource["PathPart"]}"
            : "";
    }

    private static IEnumerable<string> VariablesOf(JsonObject template, string name) =>
        template.Resources("AWS::Lambda::Function")
            .Select(function => (string?)function.Properties["Environment"]?["Variables"]?[name])
            .OfType<string>();

    private static Dictionary<string, object> UriWith(string version, string call) => new()
    {
        ["Fn::Sub"] =
            $"arn:${{AWS::Partition}}:apigateway:${{AWS::Region}}:lambda:path/{version}/functions/"
            + $"arn:${{AWS::Partition}}:lambda:${{AWS::Region}}:${{AWS::AccountId}}:function:{call}",
    };
}
