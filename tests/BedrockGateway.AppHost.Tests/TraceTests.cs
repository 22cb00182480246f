using System.Diagnostics;
using System.Globalization;
using System.Net;
using BedrockGateway.AppHost.Tests.Running;
using BedrockGateway.TestGateway.Telemetry;

namespace BedrockGateway.AppHost.Tests;

/// <summary>What an app host, LocalAws in it, and its functions export over OTLP.</summary>
public sealed class TraceTests(ObservedGateway gateway) : IClassFixture<ObservedGateway>
{
    private const string Titan =
        """{"modelId":"amazon.titan-text-express-v1","inferenceParameters":{"inputText":"Hello"}}""";

    private const string ModelCall = """
        aws: POST /bedrock (Server)
          aws: authorizer (Internal)
          aws: usage plan (Internal)
          aws: stage throttle (Internal)
          aws: invoke BedrockGateway-models (Client)
            models: POST /bedrock (Server)
              models: text_completion amazon.titan-text-express-v1 (Client)
                models: Bedrock Runtime.InvokeModel (Client)
                  models: POST (Client)
                    aws: bedrock-runtime.InvokeModel (Server)
        """;

    private const string Registration = """
        aws: POST /register (Server)
          aws: stage throttle (Internal)
          aws: invoke BedrockGateway-accounts (Client)
            accounts: POST /register (Server)
              accounts: Cognito Identity Provider.SignUp (Client)
                accounts: POST (Client)
                  aws: cognito-idp.SignUp (Server)
                    aws: invoke BedrockGateway-pre-signup (Client)
                      pre-signup: pre-signup (Server)
              accounts: API Gateway.CreateApiKey (Client)
                accounts: POST (Client)
                  aws: apigateway.CreateApiKey (Server)
              accounts: API Gateway.CreateUsagePlanKey (Client)
                accounts: POST (Client)
                  aws: apigateway.CreateUsagePlanKey (Server)
              accounts: Cognito Identity Provider.AdminUpdateUserAttributes (Client)
                accounts: POST (Client)
                  aws: cognito-idp.AdminUpdateUserAttributes (Server)
        """;

    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();
    private readonly ActivitySpanId _client = ActivitySpanId.CreateRandom();

    private (string Name, string? Value) TraceParent => ("traceparent", $"00-{_trace}-{_client}-01");

    [Fact]
    public async Task ModelCall_IsOneTraceFromTheClientToTheModel()
    {
        var member = await gateway.Client.EnrolAsync();

        var reply = await gateway.Client.SendAsync(
            HttpMethod.Post, "bedrock", Titan, Credentials(member.IdToken, member.Key));

        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        var spans = await UntilTreeAsync(ModelCall);
        Assert.All(spans, span => Assert.False(span.IsError, span.ToString()));
        Assert.Equal(
            ["key accepted", "throttle accepted", "quota accepted"],
            spans.Single(span => span.Name == "usage plan").Events.Select(happened => happened.Name));
        var request = spans.Single(span => span.ParentId == _client.ToHexString());
        Assert.Equal("200", request.Attributes["http.response.status_code"]);
        Assert.Equal(gateway.Outputs["UsagePlanId"], request.Attributes["aws.api_gateway.usage_plan.id"]);
        var invocation = spans.Single(span => span.Name == "invoke BedrockGateway-models");
        var served = spans.Single(span => span.Service == "models" && span.Kind == "Server");
        Assert.Equal(invocation.Attributes["faas.invocation_id"], served.Attributes["faas.invocation_id"]);
        var operation = spans.Single(span => span.Name == "bedrock-runtime.InvokeModel");
        Assert.Equal("aws-api", operation.Attributes["rpc.system"]);
        Assert.Equal("InvokeModel", operation.Attributes["rpc.method"]);
        var used = spans.Single(span => span.Name == "text_completion amazon.titan-text-express-v1").Attributes;
        await UntilTokensAsync("input", used["gen_ai.usage.input_tokens"]);
        await UntilTokensAsync("output", used["gen_ai.usage.output_tokens"]);
    }

    [Fact]
    public async Task Registration_IsOneTraceWithTheTriggerInIt()
    {
        var reply = await gateway.Client.SendAsync(
            HttpMethod.Post,
            "register",
            $$"""{"email":"{{Guid.NewGuid():N}}@example.com","password":"Passw0rd!","fullname":"Ada"}""",
            TraceParent);

        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        await UntilTreeAsync(Registration);
    }

    [Fact]
    public async Task Rejection_EndsTheTraceAtTheCheckAndIsCounted()
    {
        var member = await gateway.Client.EnrolAsync();

        await gateway.Client.SendAsync(
            HttpMethod.Post, "bedrock", Titan, Credentials(member.IdToken, "no-such-key-as-this-one"));

        var spans = await UntilTreeAsync(
            """
            aws: POST /bedrock (Server)
              aws: authorizer (Internal)
              aws: usage plan (Internal)
            """);
        Assert.Equal(["usage plan"], spans.Where(span => span.IsError).Select(span => span.Name));
        Assert.All(
            spans.Where(span => span.Name != "authorizer"),
            span => Assert.Equal("INVALID_API_KEY", span.Attributes["error.type"]));
        await gateway.Collector.UntilAsync(collector => collector.Points.FirstOrDefault(point =>
            point is { Service: "aws", Metric: "gateway.rejected_requests", Unit: "{request}", Count: >= 1 }
            && point.Attributes["reason"] == "INVALID_API_KEY"));
    }

    [Fact]
    public async Task Telemetry_HoldsNoSecret()
    {
        var member = await gateway.Client.EnrolAsync();
        var prompt = $"canary-{Guid.NewGuid():N}";
        await gateway.Client.InvokeAsync(member, "amazon.titan-text-express-v1", $$"""{"inputText":"{{prompt}}"}""");
        await gateway.Client.InvokeAsync(member, "amazon.titan-text-express-v1", $$"""{"inputTxt":"{{prompt}}"}""");
        await gateway.Client.PostAsync($"bedrock?q={prompt}", prompt, member.IdToken, member.Key);
        await gateway.Client.GetAsync("bedrock", member.AccessToken, member.Key);
        await gateway.Client.LoginAsync(member.Email, $"{member.Password}?");
        await gateway.Client.RegisterAsync(member.Email, member.Password);
        await gateway.Client.SendAsync(
            HttpMethod.Post, "login", $"{member.Password}:{member.IdToken}", Credentials(member.IdToken, member.Key));

        await gateway.Collector.UntilAsync(collector => collector.Spans.FirstOrDefault(span =>
            span.ParentId == _client.ToHexString()));
        await gateway.Collector.UntilAsync(collector => collector.Lines.FirstOrDefault(line =>
            line.Service == "aws" && line.TraceId == _trace.ToHexString()));
        var exported = gateway.Collector.Everything;
        Assert.All(
            [member.Password, member.Key, prompt, Signature(member.IdToken), Signature(member.AccessToken)],
            secret => Assert.DoesNotContain(secret, exported, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task EveryService_ExportsSpansMetricsAndLogLines()
    {
        string[] services = ["accounts", "app-host", "aws", "models", "pre-signup"];
        var member = await gateway.Client.EnrolAsync();
        await gateway.Client.InvokeAsync(member, "amazon.titan-text-express-v1", """{"inputText":"Hello"}""");

        await gateway.Collector.UntilAsync(collector => services.Except(collector.Spans.Select(span => span.Service))
            .Concat(services.Except(collector.Points.Select(point => point.Service)))
            .Concat(services.Except(collector.Lines.Select(line => line.Service)))
            .Any()
                ? null
                : collector);

        // What provisioning asks of AWS belongs to the start, and nothing else stands at the top.
        Assert.All(
            gateway.Collector.Spans.Where(span => span is { Service: "app-host", ParentId: "" }),
            span => Assert.Equal("start", span.Name));
    }

    private static string Signature(string token) => token[(token.LastIndexOf('.') + 1)..];

    // Another test may call the same model before the metric is looked at.
    private Task<ExportedPoint> UntilTokensAsync(string type, string count) =>
        gateway.Collector.UntilAsync(collector => collector.Points.FirstOrDefault(point =>
            point is { Service: "models", Metric: "gen_ai.client.token.usage", Count: >= 1 }
            && point.Sum >= double.Parse(count, CultureInfo.InvariantCulture)
            && point.Attributes["gen_ai.request.model"] == "amazon.titan-text-express-v1"
            && point.Attributes["gen_ai.token.type"] == type));

    private (string Name, string? Value)[] Credentials(string token, string key) =>
        [("Authorization", token), ("x-api-key", key), TraceParent];

    private async Task<IReadOnlyList<ExportedSpan>> UntilTreeAsync(string expected)
    {
        var lines = expected.ReplaceLineEndings("\n");
        try
        {
            await gateway.Collector.UntilAsync(_ => Trace().Count < lines.Split('\n').Length ? null : this);
        }
        catch (TimeoutException missing) when (missing.InnerException is null)
        {
            // The tree shows which of them are missing.
        }

        var spans = Trace();
        Assert.Equal(lines, SpanTree.Below(spans, _client.ToHexString()));
        return spans;
    }

    private IReadOnlyList<ExportedSpan> Trace() =>
        [.. gateway.Collector.Spans.Where(span => span.TraceId == _trace.ToHexString())];
}
