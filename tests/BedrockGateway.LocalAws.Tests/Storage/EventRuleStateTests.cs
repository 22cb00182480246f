namespace BedrockGateway.LocalAws.Tests.Storage;

public sealed class EventRuleStateTests
{
    private const string Target = """{"Id":"t","Arn":"arn:aws:lambda:us-east-1:000000000000:function:f","Input":"{}"}""";

    [Fact]
    public async Task Rule_KeepsScheduleStateAndTargets()
    {
        await using var lab = await KeptLab.StartAsync();
        await CallAsync(lab, "PutRule", """{"Name":"often","ScheduleExpression":"rate(5 minutes)","Description":"d"}""");
        await CallAsync(lab, "PutTargets", $$"""{"Rule":"often","Targets":[{{Target}}]}""");
        await CallAsync(lab, "DisableRule", """{"Name":"often"}""");
        await CallAsync(lab, "PutRule", """{"Name":"gone","ScheduleExpression":"rate(1 hour)"}""");
        await CallAsync(lab, "DeleteRule", """{"Name":"gone"}""");

        await lab.RestartAsync();

        Assert.Equal(
            """
            {"Rules":[{"Name":"often","Arn":"arn:aws:events:us-east-1:000000000000:rule/often",
            "ScheduleExpression":"rate(5 minutes)","State":"DISABLED","Description":"d","EventBusName":"default"}]}
            """.ReplaceLineEndings(""),
            await CallAsync(lab, "ListRules", "{}"));
        Assert.Equal(
            $$"""{"Targets":[{{Target}}]}""", await CallAsync(lab, "ListTargetsByRule", """{"Rule":"often"}"""));
    }

    private static async Task<string> CallAsync(KeptLab lab, string operation, string request)
    {
        using var http = new HttpClient { BaseAddress = lab.Aws.Endpoint };
        using var call = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(request) };
        call.Headers.Add("X-Amz-Target", $"AWSEvents.{operation}");
        using var reply = await http.SendAsync(call, TestContext.Current.CancellationToken);
        return await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
