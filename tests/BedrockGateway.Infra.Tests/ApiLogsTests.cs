using System.Text.Json.Nodes;

namespace BedrockGateway.Infra.Tests;

/// <summary>What API Gateway logs, and the role that it needs for it.</summary>
public sealed class ApiLogsTests
{
    private static readonly JsonObject Stage = Properties(SynthesizedStack.Everything, "AWS::ApiGateway::Stage");

    [Fact]
    public void AccessLog_IsALineOfJsonWithEveryFieldAndNoSecret()
    {
        var format = (string)Stage["AccessLogSetting"]!["Format"]!;

        JsonAssert.Equal(
            """
            {
              "requestId": "$context.requestId",
              "extendedRequestId": "$context.extendedRequestId",
              "traceId": "$context.xrayTraceId",
              "time": "$context.requestTime",
              "method": "$context.httpMethod",
              "route": "$context.resourcePath",
              "status": "$context.status",
              "latencyMs": "$context.responseLatency",
              "integrationLatencyMs": "$context.integration.latency",
              "integrationStatus": "$context.integration.status",
              "responseBytes": "$context.responseLength",
              "userSub": "$context.authorizer.claims.sub",
              "apiKeyId": "$context.identity.apiKeyId",
              "callerAddress": "$context.identity.sourceIp",
              "errorType": "$context.error.responseType",
              "errorMessage": "$context.error.message"
            }
            """,
            JsonNode.Parse(format));
        Assert.DoesNotContain('\n', format);
    }

    [Fact]
    public void Stage_TracesAndLogsAsToldAndNeverBodies()
    {
        Assert.True((bool)Stage["TracingEnabled"]!);
        var settings = Stage["MethodSettings"]!.AsArray();
        JsonAssert.Equal(
            """{"ResourcePath":"/*","HttpMethod":"*","LoggingLevel":"INFO","DataTraceEnabled":false}""", settings[0]);
        Assert.All(settings.Skip(1), setting =>
        {
            Assert.Equal("INFO", (string?)setting!["LoggingLevel"]);
            Assert.False((bool)setting["DataTraceEnabled"]!);
        });
    }

    [Fact]
    public void EveryLogGroup_IsKeptAsLongAsToldAndGoesWithTheStack()
    {
        var groups = SynthesizedStack.Everything.Resources("AWS::Logs::LogGroup").ToList();

        Assert.Equal(5, groups.Count);
        Assert.All(groups, group =>
        {
            Assert.Equal(7, (int)group.Properties["RetentionInDays"]!);
            Assert.Equal(
                "Delete", (string?)SynthesizedStack.Everything["Resources"]![group.LogicalId]!["DeletionPolicy"]);
        });
        JsonAssert.Equal(
            """{"Fn::Join":["",["API-Gateway-Execution-Logs_",{"Ref":"ApiRestApiE35FEAFE"},"/v1"]]}""",
            Assert.Single(groups, group => group.Properties.ContainsKey("LogGroupName")).Properties["LogGroupName"]);
    }

    [Fact]
    public void CreatedRole_StaysAndIsThereBeforeTheStage()
    {
        var (account, _) = SynthesizedStack.Default.Resources("AWS::ApiGateway::Account").Single();
        var resources = SynthesizedStack.Default["Resources"]!;

        JsonAssert.Equal(
            """
            {"Type":"AWS::ApiGateway::Account","DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain",
             "Properties":{"CloudWatchRoleArn":{"Fn::GetAtt":["ApiLogsRole8DB4E981","Arn"]}}}
            """,
            resources[account]);
        Assert.Equal("Retain", (string?)resources["ApiLogsRole8DB4E981"]!["DeletionPolicy"]);
        JsonAssert.Equal(
            """
            [{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},
              ":iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"]]}]
            """,
            resources["ApiLogsRole8DB4E981"]!["Properties"]!["ManagedPolicyArns"]);
        var waitsFor = SynthesizedStack.Default.Only("AWS::ApiGateway::Stage")["DependsOn"]!.AsArray();
        Assert.Contains(account, waitsFor.Select(id => (string)id!));
    }

    [Fact]
    public void ExistingRole_IsLeftAlone()
    {
        var template = SynthesizedStack.Template(
            new() { ApiGatewayLogRole = ApiGatewayLogRole.Existing, ExecutionLogLevel = ExecutionLogLevel.Off });

        Assert.Empty(template.Resources("AWS::ApiGateway::Account"));
        var stage = Properties(template, "AWS::ApiGateway::Stage");
        Assert.NotNull(stage["AccessLogSetting"]);
        Assert.All(stage["MethodSettings"]!.AsArray(), method => Assert.Equal("OFF", (string?)method!["LoggingLevel"]));
        Assert.DoesNotContain(
            template.Resources("AWS::Logs::LogGroup"), group => group.Properties.ContainsKey("LogGroupName"));
    }

    [Fact]
    public void NoRole_MeansNothingThatNeedsOne()
    {
        var template = SynthesizedStack.Template(new() { ApiGatewayLogRole = ApiGatewayLogRole.None });

        Assert.Empty(template.Resources("AWS::ApiGateway::Account"));
        Assert.Empty(template.Resources("AWS::Logs::MetricFilter"));
        Assert.Equal(2, template.Resources("AWS::Logs::LogGroup").Count());
        Assert.DoesNotContain("ThrottledRequests", template.ToJsonString(), StringComparison.Ordinal);
        var stage = Properties(template, "AWS::ApiGateway::Stage");
        Assert.Null(stage["AccessLogSetting"]);
        Assert.All(stage["MethodSettings"]!.AsArray(), method => Assert.Equal("OFF", (string?)method!["LoggingLevel"]));
    }

    private static JsonObject Properties(JsonObject template, string type) =>
        template.Resources(type).Single().Properties;
}
