using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Tests.CloudFormation;

namespace BedrockGateway.LocalAws.Tests.Events;

/// <summary>EventBridge's operations and its resource type.</summary>
public sealed class EventsOperationsTests
{
    [Fact]
    public async Task Rule_IsPutDescribedListedAndDeleted()
    {
        await using var lab = await EventsLab.StartAsync();

        var put = await lab.CallAsync(
            "PutRule", """{"Name":"a.b-c_1","ScheduleExpression":"rate(5 minutes)","Description":"d"}""");
        var targets = await lab.CallAsync(
            "PutTargets", $$"""{"Rule":"a.b-c_1","Targets":[{"Id":"t","Arn":"{{EventsLab.FunctionArn}}"}]}""");
        var described = await lab.CallAsync("DescribeRule", """{"Name":"a.b-c_1","EventBusName":"default"}""");
        var listed = await lab.CallAsync("ListRules", """{"NamePrefix":"a"}""");
        var others = await lab.CallAsync("ListRules", """{"NamePrefix":"b"}""");
        var kept = await lab.CallAsync("ListTargetsByRule", """{"Rule":"a.b-c_1"}""");
        var refused = await lab.CallAsync("DeleteRule", """{"Name":"a.b-c_1"}""");
        var removed = await lab.CallAsync("RemoveTargets", """{"Rule":"a.b-c_1","Ids":["t","unknown"]}""");
        var deleted = await lab.CallAsync("DeleteRule", """{"Name":"a.b-c_1"}""");
        var again = await lab.CallAsync("DeleteRule", """{"Name":"a.b-c_1"}""");
        var gone = await lab.CallAsync("DescribeRule", """{"Name":"a.b-c_1"}""");

        const string Arn = "arn:aws:events:us-east-1:000000000000:rule/a.b-c_1";
        const string Rule = $$"""
            {"Name":"a.b-c_1","Arn":"{{Arn}}","ScheduleExpression":"rate(5 minutes)","State":"ENABLED","Description":"d","EventBusName":"default"}
            """;
        Assert.Equal($$"""{"RuleArn":"{{Arn}}"}""", put.ToJsonString());
        Assert.Equal("""{"FailedEntryCount":0,"FailedEntries":[]}""", targets.ToJsonString());
        Assert.Equal(Rule, described.ToJsonString());
        Assert.Equal($$"""{"Rules":[{{Rule}}]}""", listed.ToJsonString());
        Assert.Equal("""{"Rules":[]}""", others.ToJsonString());
        Assert.Equal($$"""{"Targets":[{"Id":"t","Arn":"{{EventsLab.FunctionArn}}"}]}""", kept.ToJsonString());
        Assert.Equal(
            ("ValidationException", "Rule can't be deleted since it has targets."),
            FaultOf(refused));
        Assert.Equal("""{"FailedEntryCount":0,"FailedEntries":[]}""", removed.ToJsonString());
        Assert.Equal(("{}", "{}"), (deleted.ToJsonString(), again.ToJsonString()));
        Assert.Equal(
            ("ResourceNotFoundException", "Rule a.b-c_1 does not exist on EventBus default."),
            FaultOf(gone));
    }

    [Theory]
    [InlineData("PutRule", """{"Name":"r"}""", "ValidationException",
        "Parameter(s) EventPattern or ScheduleExpression must be specified.")]
    [InlineData("PutRule", """{"Name":"r","ScheduleExpression":"rate(1 minutes)"}""", "ValidationException",
        "Parameter ScheduleExpression is not valid.")]
    [InlineData("PutRule", """{"Name":"a/b","ScheduleExpression":"rate(1 minute)"}""", "ValidationException",
        @"1 validation error detected: Value 'a/b' at 'name' failed to satisfy constraint: "
        + @"Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+")]
    [InlineData("PutRule", """{"Name":"r","EventPattern":"{}"}""", "NotImplemented",
        "LocalAws does not emulate events:PutRule with EventPattern.")]
    [InlineData("PutRule", """{"Name":"r","ScheduleExpression":"rate(1 minute)","EventBusName":"mine"}""",
        "ResourceNotFoundException", "Event bus mine does not exist.")]
    [InlineData("DescribeRule", "{}", "ValidationException",
        "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null")]
    [InlineData("EnableRule", """{"Name":"absent"}""", "ResourceNotFoundException",
        "Rule absent does not exist on EventBus default.")]
    [InlineData("PutTargets", """{"Rule":"absent","Targets":[]}""", "ResourceNotFoundException",
        "Rule absent does not exist on EventBus default.")]
    [InlineData("PutTargets",
        """{"Rule":"sweep","Targets":[{"Id":"q","Arn":"arn:aws:sqs:us-east-1:000000000000:q"}]}""",
        "NotImplemented", "LocalAws does not emulate events:target arn:aws:sqs:us-east-1:000000000000:q.")]
    [InlineData("PutTargets", """{"Rule":"sweep","Targets":[{"Id":"q","Arn":"a","InputPath":"$.detail"}]}""",
        "NotImplemented", "LocalAws does not emulate events:target with InputPath.")]
    [InlineData("PutTargets",
        """{"Rule":"sweep","Targets":[{"Id":"q","Arn":"arn:aws:lambda:us-east-1:0:function:f","Input":"{"}]}""",
        "ValidationException", "JSON syntax error in input for target q")]
    [InlineData("TestEventPattern", "{}", "NotImplemented", "LocalAws does not emulate events:TestEventPattern.")]
    public async Task RequestThatCannotBe_IsRefusedInAwsWords(
        string operation, string request, string code, string message)
    {
        await using var lab = await EventsLab.StartAsync();
        await lab.PutAsync("sweep", "rate(5 minutes)", "");

        var fault = await lab.CallAsync(operation, request);

        Assert.Equal((code, message), FaultOf(fault));
    }

    [Fact]
    public async Task SixthTarget_IsRefusedAndChangesNothing()
    {
        await using var lab = await EventsLab.StartAsync();
        await lab.PutAsync("sweep", "rate(5 minutes)", "");
        var five = string.Join(
            ',', Enumerable.Range(1, 5).Select(id => $$"""{"Id":"{{id}}","Arn":"{{EventsLab.FunctionArn}}"}"""));

        var fault = await lab.CallAsync("PutTargets", $$"""{"Rule":"sweep","Targets":[{{five}}]}""");
        var kept = await lab.CallAsync("ListTargetsByRule", """{"Rule":"sweep"}""");

        Assert.Equal(
            ("LimitExceededException", "The requested resource exceeds the maximum number allowed."), FaultOf(fault));
        Assert.Single(kept["Targets"]!.AsArray());
    }

    [Fact]
    public async Task Stack_HasARuleThatItChangesAndRemoves()
    {
        await using var stack = await StackLab.StartAsync();

        Assert.Equal("CREATE_COMPLETE", await stack.CreateAsync(Template("rate(5 minutes)", "ENABLED")));
        var created = await DescribeAsync(stack);
        Assert.Equal("UPDATE_COMPLETE", await stack.UpdateAsync(Template("cron(0 9 * * ? *)", "DISABLED")));
        var updated = await DescribeAsync(stack);
        Assert.Equal("DELETE_COMPLETE", await stack.DeleteAsync());
        var gone = await DescribeAsync(stack);

        Assert.Equal(("rate(5 minutes)", "ENABLED"), ScheduleOf(created));
        Assert.Equal(("cron(0 9 * * ? *)", "DISABLED"), ScheduleOf(updated));
        Assert.Equal("ResourceNotFoundException", (string?)gone["__type"]);
    }

    [Theory]
    [InlineData("rate(1 minutes)", "", "Parameter ScheduleExpression is not valid.")]
    [InlineData("rate(1 minute)", ",\"EventPattern\":{\"source\":[\"a\"]}",
        "LocalAws does not emulate events:PutRule with EventPattern.")]
    [InlineData("rate(1 minute)", ",\"Targets\":[{\"Id\":\"a\",\"Arn\":\"b\",\"SqsParameters\":{}}]",
        "LocalAws does not emulate events:target with SqsParameters.")]
    public async Task StackWithARuleThatCannotBe_Fails(string expression, string more, string reason)
    {
        await using var stack = await StackLab.StartAsync();

        await stack.CreateAsync(
            $$$"""
            {
              "Resources": {
                "Rule": {
                  "Type": "AWS::Events::Rule",
                  "Properties": { "ScheduleExpression": "{{{expression}}}"{{{more}}} }
                }
              }
            }
            """);

        Assert.Contains(
            await stack.EventsAsync(),
            happened => happened.StartsWith("Rule CREATE_FAILED", StringComparison.Ordinal)
                && happened.Contains(reason, StringComparison.Ordinal));
    }

    private static (string?, string?) FaultOf(JsonObject reply) =>
        ((string?)reply["__type"], (string?)reply["message"]);

    private static (string?, string?) ScheduleOf(JsonObject rule) =>
        ((string?)rule["ScheduleExpression"], (string?)rule["State"]);

    private static async Task<JsonObject> DescribeAsync(StackLab stack)
    {
        using var http = new HttpClient { BaseAddress = stack.Aws.Endpoint };
        using var call = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent("""{"Name":"sweep"}"""),
        };
        call.Headers.Add("X-Amz-Target", "AWSEvents.DescribeRule");
        using var reply = await http.SendAsync(call, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
    }

    private static string Template(string expression, string state) =>
        $$$"""
        {
          "Resources": {
            "Function": {
              "Type": "AWS::Lambda::Function",
              "Properties": {
                "FunctionName": "f", "Role": "arn:aws:iam::000000000000:role/r", "Handler": "h",
                "Runtime": "provided.al2023", "Code": { "S3Bucket": "b", "S3Key": "k" }
              }
            },
            "Rule": {
              "Type": "AWS::Events::Rule",
              "Properties": {
                "Name": "sweep", "ScheduleExpression": "{{{expression}}}", "State": "{{{state}}}",
                "Targets": [{ "Id": "Target0", "Arn": { "Fn::GetAtt": ["Function", "Arn"] }, "Input": "{\"a\":1}" }]
              }
            },
            "Permission": {
              "Type": "AWS::Lambda::Permission",
              "Properties": {
                "Action": "lambda:InvokeFunction", "Principal": "events.amazonaws.com",
                "FunctionName": { "Ref": "Function" }, "SourceArn": { "Fn::GetAtt": ["Rule", "Arn"] }
              }
            }
          }
        }
        """;
}
