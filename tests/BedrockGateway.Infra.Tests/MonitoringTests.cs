using System.Text.Json.Nodes;

namespace BedrockGateway.Infra.Tests;

/// <summary>Alarms, what they are counted from, and the dashboard.</summary>
public sealed class MonitoringTests
{
    [Fact]
    public void Alarms_AreTheseAndLookAtFiveMinutes()
    {
        var alarms = SynthesizedStack.Everything.Resources("AWS::CloudWatch::Alarm").ToDictionary(
            alarm => alarm.LogicalId[..^8]["Alarms".Length..], alarm => alarm.Properties);

        Assert.Equal(
            [
                "AccountsErrors: Errors Sum BedrockGateway-accounts > 0",
                "AccountsThrottles: Throttles Sum BedrockGateway-accounts > 0",
                "Concurrency: ClaimedAccountConcurrency Maximum  > 800",
                "Latency: Latency p99 BedrockGateway/v1 > 120000",
                "ModelErrors: IF(calls > 0, 100 * failed / calls, 0) > 5",
                "ModelsErrors: Errors Sum BedrockGateway-models > 0",
                "ModelsThrottles: Throttles Sum BedrockGateway-models > 0",
                "PreSignupThrottles: Throttles Sum BedrockGateway-pre-signup > 0",
                "RefusedClients: throttled + overQuota > 100",
                "ServerErrors: IF(requests > 0, 100 * errors / requests, 0) > 5",
            ],
            alarms.Select(alarm => $"{alarm.Key}: {Watched(alarm.Value)} > {alarm.Value["Threshold"]}")
                .Order(StringComparer.Ordinal));
        Assert.All(alarms.Values, alarm =>
        {
            Assert.Equal("GreaterThanThreshold", (string?)alarm["ComparisonOperator"]);
            Assert.Equal("notBreaching", (string?)alarm["TreatMissingData"]);
            Assert.All(Periods(alarm), period => Assert.Equal(300, period));
            Assert.NotEmpty((string)alarm["AlarmDescription"]!);
        });
    }

    [Fact]
    public void Thresholds_FollowTheSettings()
    {
        var template = SynthesizedStack.Template(new()
        {
            AlarmErrorPercent = 7, AlarmLatencySeconds = 3, AlarmRefusedRequests = 11, AccountConcurrency = 10,
        });

        Assert.Equal(
            [("Concurrency", 8), ("Latency", 3000), ("ModelErrors", 7), ("RefusedClients", 11), ("ServerErrors", 7)],
            template.Resources("AWS::CloudWatch::Alarm")
                .Select(alarm => (
                    Id: alarm.LogicalId[..^8]["Alarms".Length..], Above: (int)alarm.Properties["Threshold"]!))
                .Where(alarm => alarm.Above > 0)
                .Order());
    }

    [Fact]
    public void RefusedRequests_AreCountedInTheAccessLog()
    {
        var log = SynthesizedStack.Everything.Resources("AWS::Logs::LogGroup")
            .Single(group => group.LogicalId.StartsWith("ApiLogsAccess", StringComparison.Ordinal)).LogicalId;

        Assert.All(
            new[] { ("ThrottledRequests", "THROTTLED"), ("OverQuotaRequests", "QUOTA_EXCEEDED") },
            refusal => JsonAssert.Equal(
                $$"""
                {"LogGroupName":{"Ref":"{{log}}"},"FilterPattern":"{ $.errorType = \"{{refusal.Item2}}\" }",
                 "MetricTransformations":[{"MetricName":"{{refusal.Item1}}","MetricNamespace":"BedrockGateway",
                   "MetricValue":"1","DefaultValue":0}]}
                """,
                SynthesizedStack.Everything["Resources"]![refusal.Item1]!["Properties"]));
    }

    [Fact]
    public void AlarmEmail_IsToldOfEveryAlarm()
    {
        var (topic, _) = SynthesizedStack.Everything.Resources("AWS::SNS::Topic").Single();

        JsonAssert.Equal(
            $$"""{"TopicArn":{"Ref":"{{topic}}"},"Protocol":"email","Endpoint":"operations@example.com"}""",
            SynthesizedStack.Everything.Only("AWS::SNS::Subscription")["Properties"]);
        Assert.All(SynthesizedStack.Everything.Resources("AWS::CloudWatch::Alarm"), alarm =>
        {
            JsonAssert.Equal($$"""[{"Ref":"{{topic}}"}]""", alarm.Properties["AlarmActions"]);
            JsonAssert.Equal($$"""[{"Ref":"{{topic}}"}]""", alarm.Properties["OKActions"]);
        });
    }

    [Fact]
    public void NoAlarmEmail_MeansNoTopic()
    {
        Assert.Empty(SynthesizedStack.Default.Resources("AWS::SNS::Topic"));
        Assert.All(
            SynthesizedStack.Default.Resources("AWS::CloudWatch::Alarm"),
            alarm => Assert.False(alarm.Properties.ContainsKey("AlarmActions")));
    }

    [Fact]
    public void Dashboard_ShowsTrafficLatencyErrorsThrottlesAndModels()
    {
        var dashboard = SynthesizedStack.Everything.Only("AWS::CloudWatch::Dashboard")["Properties"]!;
        var parts = dashboard["DashboardBody"]!["Fn::Join"]![1]!.AsArray();
        var body = JsonNode.Parse(string.Concat(parts.Select(part => part is JsonObject ? "here" : (string)part!)))!;

        Assert.Equal("BedrockGateway", (string?)dashboard["DashboardName"]);
        Assert.Equal(
            [
                "Requests", "Latency (ms)", "Errors of functions", "Throttles", "Slowest run of functions (ms)",
                "Concurrent runs of functions", "Calls by model", "Errors by model", "Tokens in by model",
                "Tokens out by model", "Half of the calls within (ms), by model",
                "99 % of the calls within (ms), by model",
            ],
            body["widgets"]!.AsArray().Select(widget => (string?)widget!["properties"]!["title"]));
        Assert.All(
            body["widgets"]!.AsArray(),
            widget => Assert.Equal("here", (string?)widget!["properties"]!["region"]));
        Assert.Equal(
            "SEARCH('{\"BedrockGateway\",Model,Plan} MetricName=\"ModelErrors\"', 'SampleCount', 300)",
            (string?)body["widgets"]![6]!["properties"]!["metrics"]![0]![0]!["expression"]);
    }

    [Fact]
    public void Collector_IsWhereEveryFunctionExportsTo()
    {
        const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
        var template = SynthesizedStack.Template(new()
        {
            OrganizationDomain = "example.com", OtlpEndpoint = "http://localhost:4318",
        });

        Assert.All(
            SynthesizedStack.Default.Resources("AWS::Lambda::Function"),
            function => Assert.False(VariablesOf(function.Properties).ContainsKey(Endpoint)));
        Assert.All(template.Resources("AWS::Lambda::Function"), function =>
        {
            Assert.Equal("http://localhost:4318", (string?)VariablesOf(function.Properties)[Endpoint]);
            Assert.Equal(
                "http/protobuf", (string?)VariablesOf(function.Properties)["OTEL_EXPORTER_OTLP_PROTOCOL"]);
        });
    }

    private static JsonObject VariablesOf(JsonObject function) => function["Environment"]!["Variables"]!.AsObject();

    private static string Watched(JsonObject alarm) => alarm["Metrics"] is JsonArray metrics
        ? (string)metrics.Single(metric => metric!["Expression"] is not null)!["Expression"]!
        : $"{alarm["MetricName"]} {alarm["Statistic"] ?? alarm["ExtendedStatistic"]} "
            + string.Join('/', alarm["Dimensions"]?.AsArray().Select(dimension => (string?)dimension!["Value"]) ?? []);

    private static IEnumerable<int> Periods(JsonObject alarm) => alarm["Metrics"] is JsonArray metrics
        ? metrics.Select(metric => metric!["MetricStat"]).OfType<JsonNode>().Select(stat => (int)stat["Period"]!)
        : [(int)alarm["Period"]!];
}
