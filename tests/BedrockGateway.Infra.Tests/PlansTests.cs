using System.Text.Json.Nodes;

namespace BedrockGateway.Infra.Tests;

/// <summary>Usage plans, the groups that stand for them, and what the functions learn of them.</summary>
public sealed class PlansTests
{
    private const string Default = "PlanUsagePlan48B040F1";

    private const string Plans =
        """
        {"pro":{"rate":5,"burst":10,"quota":1000,"period":"WEEK","models":["anthropic.*","amazon.nova-*"]},
        "free":{"rate":0.5,"burst":1,"quota":10,"period":"MONTH"}}
        """;

    private static readonly JsonObject Template = SynthesizedStack.Template(GatewaySettings.Read(
        name => name switch { "PLANS" => Plans, "API_QUOTA_LIMIT" => "7", _ => null }));

    [Fact]
    public void EachPlan_IsAUsagePlanOfTheStage() => Assert.Equal(
        ["BedrockGateway-default 1 2 7 DAY", "BedrockGateway-free 0.5 1 10 MONTH", "BedrockGateway-pro 5 10 1000 WEEK"],
        UsagePlans(Template));

    [Fact]
    public void EachPlanButTheDefault_IsAGroup()
    {
        Assert.Equal(["plan-free", "plan-pro"], Groups(Template));
        Assert.Empty(Groups(SynthesizedStack.Default));
    }

    [Fact]
    public void Default_CanBeNamed()
    {
        var template = SynthesizedStack.Template(new()
        {
            Plans = """{"default":{"rate":5,"burst":10,"quota":1000,"period":"MONTH","models":"amazon.*"}}""",
        });

        Assert.Equal(["BedrockGateway-default 5 10 1000 MONTH"], UsagePlans(template));
        Assert.Equal(Default, template.Resources("AWS::ApiGateway::UsagePlan").Single().LogicalId);
        Assert.Empty(Groups(template));
        JsonAssert.Equal(
            $$$"""{"Fn::Join":["",["{\"default\":{\"id\":\"",{"Ref":"{{{Default}}}"},"\",\"models\":\"amazon.*\"}}"]]}""",
            template["Outputs"]!["Plans"]!["Value"]);
    }

    [Fact]
    public void Functions_LearnIdsAndModels()
    {
        var free = IdOf("free");
        var pro = IdOf("pro");
        var expected =
            $$$"""
            {"Fn::Join":["",["{\"default\":{\"id\":\"",{"Ref":"{{{Default}}}"},"\"},\"free\":{\"id\":\"",{"Ref":"{{{free}}}"},
            "\"},\"pro\":{\"id\":\"",{"Ref":"{{{pro}}}"},"\",\"models\":\"anthropic.*,amazon.nova-*\"}}"]]}
            """;

        JsonAssert.Equal(expected, Template["Outputs"]!["Plans"]!["Value"]);
        Assert.All(
            Template.Resources("AWS::Lambda::Function"),
            function => JsonAssert.Equal(
                expected, function.Properties["Environment"]!["Variables"]!["AWS__Resources__Plans"]));
    }

    [Fact]
    public void OnePlanForAllModels_IsNotWorthAWord()
    {
        Assert.Null(SynthesizedStack.Default["Outputs"]!["Plans"]);
        Assert.All(
            SynthesizedStack.Default.Resources("AWS::Lambda::Function"),
            function => Assert.Null(function.Properties["Environment"]!["Variables"]!["AWS__Resources__Plans"]));
    }

    private static string IdOf(string plan) => Template.Resources("AWS::ApiGateway::UsagePlan")
        .Single(resource => (string?)resource.Properties["UsagePlanName"] == $"BedrockGateway-{plan}").LogicalId;

    private static IEnumerable<string> UsagePlans(JsonObject template) =>
        template.Resources("AWS::ApiGateway::UsagePlan")
            .Select(plan => plan.Properties)
            .Select(plan => $"{plan["UsagePlanName"]} {plan["Throttle"]!["RateLimit"]} {plan["Throttle"]!["BurstLimit"]} "
                + $"{plan["Quota"]!["Limit"]} {plan["Quota"]!["Period"]}")
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Groups(JsonObject template) =>
        template.Resources("AWS::Cognito::UserPoolGroup")
            .Select(group => (string)group.Properties["GroupName"]!)
            .Where(name => name.StartsWith("plan-", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
