using Amazon.CloudFormation.Model;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.TestGateway.Clients;
using BedrockGateway.TestGateway.Running;

namespace BedrockGateway.AppHost.Tests;

/// <summary>Without ORGANIZATION_DOMAIN anybody may register, and confirms the address first.</summary>
public sealed class NoDomainTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Registration_IsOpenToAllAndLoginWaitsForTheConfirmation()
    {
        const string Email = "ada@anywhere.example.net";
        await using var gateway = await RunningGateway.StartAsync("--ORGANIZATION_DOMAIN=");

        var registered = await gateway.Client.RegisterAsync(Email, "Passw0rd!");
        var early = await gateway.Client.LoginAsync(Email, "Passw0rd!");
        await gateway.Aws.Cognito.AdminConfirmSignUpAsync(
            new AdminConfirmSignUpRequest { UserPoolId = gateway.Outputs["UserPoolId"], Username = Email }, Token);
        var login = await gateway.Client.LoginAsync(Email, "Passw0rd!");
        var models = await gateway.Client.GetAsync(
            "bedrock", (string?)login.Json["IdToken"], (string?)registered.Json["data"]!["API Key"]);

        Assert.Equal(200, (int)registered.Status);
        Assert.Equal(GatewayReply.Failure(400, "User is not confirmed."), early.Whole);
        Assert.Equal(200, (int)login.Status);
        Assert.Equal(200, (int)models.Status);
        Assert.Equal(["BedrockGateway-accounts", "BedrockGateway-models"], await FunctionsAsync(gateway));
    }

    private static async Task<IEnumerable<string>> FunctionsAsync(RunningGateway gateway)
    {
        var resources = await gateway.Aws.CloudFormation.DescribeStackResourcesAsync(
            new DescribeStackResourcesRequest { StackName = gateway.Outputs["StackName"] }, Token);
        return resources.StackResources
            .Where(resource => resource.ResourceType == "AWS::Lambda::Function")
            .Select(resource => resource.PhysicalResourceId)
            .Order(StringComparer.Ordinal);
    }
}
