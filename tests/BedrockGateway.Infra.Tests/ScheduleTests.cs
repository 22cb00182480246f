using System.Text.Json.Nodes;

namespace BedrockGateway.Infra.Tests;

/// <summary>The rule that has the function of accounts look after keys and users.</summary>
public sealed class ScheduleTests
{
    [Fact]
    public void Rule_InvokesAccountsEveryFiveMinutes()
    {
        var rule = SynthesizedStack.Default.Only("AWS::Events::Rule")["Properties"]!;
        var target = Assert.Single(rule["Targets"]!.AsArray())!;

        Assert.Equal(("rate(5 minutes)", "accounts"), ((string?)rule["ScheduleExpression"], (string?)target["Id"]));
        JsonAssert.Equal("""{"Fn::GetAtt":["AccountsHandlerFunction2900BC25","Arn"]}""", target["Arn"]);
        JsonAssert.Equal(
            """
            {"source":"bedrock-gateway.schedule","resource":"/_schedule","path":"/_schedule","httpMethod":"POST",
             "requestContext":{}}
            """,
            JsonNode.Parse((string)target["Input"]!));
    }

    [Fact]
    public void Permission_IsTheRulesAlone()
    {
        var permission = Assert.Single(
            SynthesizedStack.Default.Resources("AWS::Lambda::Permission"),
            one => (string?)one.Properties["Principal"] == "events.amazonaws.com").Properties;

        Assert.Equal("lambda:InvokeFunction", (string?)permission["Action"]);
        JsonAssert.Equal("""{"Ref":"AccountsHandlerFunction2900BC25"}""", permission["FunctionName"]);
        Assert.Equal("Fn::GetAtt", Assert.Single((JsonObject)permission["SourceArn"]!).Key);
    }

    // Or the event could come from a client.
    [Fact]
    public void NoRoute_LeadsToTheSchedule() =>
        Assert.DoesNotContain(
            SynthesizedStack.Default.Resources("AWS::ApiGateway::Resource"),
            resource => (string?)resource.Properties["PathPart"] is "_schedule"
                || (string?)resource.Properties["PathPart"] is "{proxy+}" && IsRoot(resource.Properties["ParentId"]!));

    private static bool IsRoot(JsonNode parent) => parent["Fn::GetAtt"] is not null;
}
