using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using BedrockGateway.Infra.Constructs;

namespace BedrockGateway.Infra.Tests;

/// <summary>
/// API Gateway serves what its last deployment saw, so every change of the API needs a deployment of a new id.
/// </summary>
public sealed class DeploymentTests
{
    public static TheoryData<string, GatewaySettings> Changes => new()
    {
        { "integration", new() { StackName = "Other" } },
        { "pool of the authorizer", new() { UserPoolId = "eu-west-1_aB3dE5gH7" } },
        { "header of gateway responses", new() { CorsOrigins = "https://a.example.com" } },
    };

    [Fact]
    public void SameSettings_KeepTheDeployment() => Assert.Equal(DefaultId(), DeploymentId(new()));

    [Fact]
    public void WhatTheStageOrOthersHold_AppliesWithoutADeployment() =>
        Assert.Equal(
            DefaultId(),
            DeploymentId(new()
            {
                ThrottleRateLimit = 9, QuotaLimit = 99, PublicRateLimit = 1, StageName = "v1", ModelsMegabytes = 128,
                ExecutionLogLevel = ExecutionLogLevel.Info, RefreshTokenMinutes = 120,
            }));

    [Theory]
    [MemberData(nameof(Changes))]
    public void ChangeOfTheApi_MakesANewDeployment(string change, GatewaySettings settings) =>
        Assert.True(DefaultId() != DeploymentId(settings), change);

    [Fact]
    public void ChangedPreflight_MakesANewDeployment() =>
        Assert.NotEqual(
            DeploymentId(new() { CorsOrigins = "https://a.example.com,https://b.example.com" }),
            DeploymentId(new() { CorsOrigins = "https://a.example.com,https://c.example.com" }));

    [Fact]
    public void ChangedAudience_MakesANewDeployment()
    {
        Assert.Equal(DeploymentIdWithUsers("Users"), DeploymentIdWithUsers("Users"));
        Assert.NotEqual(DeploymentIdWithUsers("Users"), DeploymentIdWithUsers("People"));
    }

    [Fact]
    public void ChangedOverrideOfAStreamedMethod_MakesANewDeployment()
    {
        var streamed = DeploymentIdWith(integration => integration);

        Assert.Equal(streamed, DeploymentIdWith(integration => integration));
        Assert.NotEqual(streamed, DeploymentIdWith(integration => integration with { TransferMode = "BUFFERED" }));
        Assert.NotEqual(streamed, DeploymentIdWith(integration => integration with { TimeoutMs = 29_000 }));
    }

    private static string DeploymentIdWith(Func<StreamedIntegration, StreamedIntegration> change)
    {
        var stack = new Stack(SynthesizedStack.App(), "Stack");
        var api = new RestApi(stack, "Api");
        var integration = change(StreamedIntegration.Of("models"));
        integration.Complete(api.Root.AddMethod("ANY", integration.Integration), api);
        return (string)stack.Resolve(((CfnElement)api.LatestDeployment!.Node.DefaultChild!).LogicalId);
    }

    private static string DefaultId() => IdIn(SynthesizedStack.Default);

    private static string DeploymentId(GatewaySettings settings) => IdIn(SynthesizedStack.Template(settings));

    private static string IdIn(JsonObject template) =>
        Assert.Single(template.Resources("AWS::ApiGateway::Deployment")).LogicalId;

    // The client's logical id is the audience, so pools of different names differ in the overridden property.
    private static string DeploymentIdWithUsers(string id)
    {
        var stack = new Stack(SynthesizedStack.App(), "Stack");
        var users = new UserPoolConstruct(stack, id, preSignup: null, new());
        var api = new RestApiConstruct(stack, "Api", new("Stack"), users, new());
        return (string)stack.Resolve(((CfnElement)api.RestApi.LatestDeployment!.Node.DefaultChild!).LogicalId);
    }
}
