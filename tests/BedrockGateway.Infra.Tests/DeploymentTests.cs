using Amazon.CDK;
using BedrockGateway.Infra.Constructs;

namespace BedrockGateway.Infra.Tests;

/// <summary>
/// API Gateway serves what its last deployment saw, so every change of the API needs a deployment of a new id.
/// </summary>
public sealed class DeploymentTests
{
    [Fact]
    public void SameSettings_KeepTheDeployment() => Assert.Equal(DeploymentId(new()), DeploymentId(new()));

    [Fact]
    public void ChangedLimits_ApplyWithoutADeployment() =>
        Assert.Equal(
            DeploymentId(new()),
            DeploymentId(new() { ThrottleRateLimit = 9, QuotaLimit = 99, PublicRateLimit = 1 }));

    [Fact]
    public void ChangedIntegration_MakesANewDeployment() =>
        Assert.NotEqual(DeploymentId(new()), DeploymentId(new() { StackName = "Other" }));

    [Fact]
    public void ChangedAudience_MakesANewDeployment()
    {
        Assert.Equal(DeploymentIdWithUsers("Users"), DeploymentIdWithUsers("Users"));
        Assert.NotEqual(DeploymentIdWithUsers("Users"), DeploymentIdWithUsers("People"));
    }

    private static string DeploymentId(GatewaySettings settings) =>
        Assert.Single(SynthesizedStack.Template(settings).Resources("AWS::ApiGateway::Deployment")).LogicalId;

    // The client's logical id is the audience, so pools of different names differ in the overridden property.
    private static string DeploymentIdWithUsers(string id)
    {
        var stack = new Stack(SynthesizedStack.App(), "Stack");
        var users = new UserPoolConstruct(stack, id, preSignup: null);
        var api = new RestApiConstruct(stack, "Api", new("Stack"), users, new());
        return (string)stack.Resolve(((CfnElement)api.RestApi.LatestDeployment!.Node.DefaultChild!).LogicalId);
    }
}
