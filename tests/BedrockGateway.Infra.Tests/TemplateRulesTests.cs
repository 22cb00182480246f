using System.Text.Json.Nodes;

namespace BedrockGateway.Infra.Tests;

public sealed class TemplateRulesTests
{
    private static readonly JsonObject Open = SynthesizedStack.Default;

    private static readonly JsonObject Full = SynthesizedStack.Everything;

    [Fact]
    public void LogicalIds_OfWhatHoldsStateOrIsReferredTo_StayAsTheyAre()
    {
        Assert.Equal("UsersPoolBFC35D3B", Assert.Single(Full.Resources("AWS::Cognito::UserPool")).LogicalId);
        Assert.Equal(
            "UsersPoolClient39A19381", Assert.Single(Full.Resources("AWS::Cognito::UserPoolClient")).LogicalId);
        Assert.Equal(
            [
                ("AccountsHandlerFunction2900BC25", "BedrockGateway-accounts"),
                ("ModelsHandlerFunctionEAF285E3", "BedrockGateway-models"),
                ("PreSignupTriggerFunction6D6FB59B", "BedrockGateway-pre-signup"),
            ],
            Full.Resources("AWS::Lambda::Function")
                .Select(function => (function.LogicalId, (string)function.Properties["FunctionName"]!))
                .Order());
    }

    [Fact]
    public void CustomResources_AreNotUsed() =>
        Assert.DoesNotContain(
            Full["Resources"]!.AsObject(),
            resource => ((string)resource.Value!["Type"]!).StartsWith("Custom::", StringComparison.Ordinal));

    [Fact]
    public void References_MakeNoCircle()
    {
        AssertNoCircle(Open);
        AssertNoCircle(Full);
        AssertNoCircle(SynthesizedStack.Template(
            SynthesizedStack.EverySetting with { LambdaPackage = LambdaPackage.Managed }));
    }

    [Fact]
    public void Outputs_AreThoseTheFunctionsAndClientsKnow() =>
        Assert.Equal(
            [
                "CognitoUserPoolID", "RestAPIEndpoint", "RestApiId", "StackName",
                "StageName", "UsagePlanId", "UserPoolClientId", "UserPoolId",
            ],
            Open["Outputs"]!.AsObject().Select(output => output.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void LocalRun_HasNeitherPackageNorAlarmsAndElseTheDeployedTemplate()
    {
        var local = SynthesizedStack.Template(SynthesizedStack.EverySetting with { FunctionsRunLocally = true });

        Assert.True(JsonNode.DeepEquals(Full.AsRunAnywhere(), local.AsRunAnywhere()));
        Assert.Null(local["Parameters"]);
        Assert.Empty(local.Resources("AWS::CloudWatch::Alarm"));
        Assert.Empty(local.Resources("AWS::CloudWatch::Dashboard"));
        Assert.Empty(local.Resources("AWS::SNS::Topic"));
    }

    [Fact]
    public void GatewayResponses_AreThereBeforeTheDeploymentSeesThem()
    {
        var deployment = Open["Resources"]!.AsObject()
            .Single(resource => (string?)resource.Value!["Type"] == "AWS::ApiGateway::Deployment").Value!;
        var waitsFor = deployment["DependsOn"]!.AsArray().Select(id => (string)id!).ToHashSet();

        Assert.All(
            Open.Resources("AWS::ApiGateway::GatewayResponse"),
            response => Assert.Contains(response.LogicalId, waitsFor));
        Assert.All(Open.Resources("AWS::ApiGateway::Method"), method => Assert.Contains(method.LogicalId, waitsFor));
    }

    private static void AssertNoCircle(JsonObject template)
    {
        var resources = template["Resources"]!.AsObject();
        var needs = resources.ToDictionary(
            resource => resource.Key, resource => References(resource.Value!).Where(resources.ContainsKey).ToHashSet());
        while (needs.FirstOrDefault(resource => resource.Value.Count == 0).Key is { } free)
        {
            needs.Remove(free);
            foreach (var others in needs.Values)
            {
                others.Remove(free);
            }
        }

        Assert.Empty(needs);
    }

    private static IEnumerable<string> References(JsonNode node) => node switch
    {
        JsonObject { Count: 1 } reference when reference["Ref"] is { } id => [(string)id!],
        JsonObject { Count: 1 } attribute when attribute["Fn::GetAtt"] is JsonArray path => [(string)path[0]!],
        JsonObject values => values.SelectMany(value => value.Key == "DependsOn"
            ? DependsOn(value.Value!)
            : value.Value is null ? [] : References(value.Value)),
        JsonArray values => values.Where(value => value is not null).SelectMany(value => References(value!)),
        _ => [],
    };

    private static IEnumerable<string> DependsOn(JsonNode value) =>
        value is JsonArray ids ? ids.Select(id => (string)id!) : [(string)value!];
}
