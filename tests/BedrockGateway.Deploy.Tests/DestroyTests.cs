using System.Net;
using Amazon.APIGateway.Model;
using Amazon.CDK;
using BedrockGateway.Infra;

namespace BedrockGateway.Deploy.Tests;

/// <summary>What is left in the account when a stack is gone, or never came to be.</summary>
public sealed class DestroyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Destroy_LeavesNothingOfTheStack()
    {
        await Account.RequireCliAsync();
        using var folder = new TestFolder();
        await using var account = await Account.OpenAsync();
        var assembly = CloudAssembly.Write(
            folder.Path, new GatewaySettings { OrganizationDomain = "example.com", RetainUsers = false });
        await account.DeployAsync(assembly);

        var outcome = await account.CdkAsync("destroy", "--app", assembly, "--force");

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        Assert.False(await account.ExistsAsync());
        Assert.Empty(await account.FunctionsAsync());
        Assert.Empty(await account.UserPoolsAsync());
        using var reply = await account.Http.GetAsync(new Uri("bedrock", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Empty((await account.ApiGateway.GetUsagePlansAsync(new GetUsagePlansRequest(), Token)).Items);
    }

    [Fact]
    public async Task FailedCreation_IsTakenAway_AndTheNextDeploymentStartsAnew()
    {
        await Account.RequireCliAsync();
        using var folder = new TestFolder();
        await using var account = await Account.OpenAsync();
        var settings = new GatewaySettings();
        var broken = CloudAssembly.Write(folder.Path, settings, stack => _ = new CfnResource(
            stack,
            "Broken",
            new CfnResourceProps
            {
                Type = "AWS::Logs::LogGroup",
                Properties = new Dictionary<string, object> { ["RetentionInDays"] = 8 },
            }));

        var failed = await account.CdkAsync("deploy", "--app", broken, "--require-approval", "never");
        var status = await account.StatusAsync();
        var functions = await account.FunctionsAsync();
        await account.DeployAsync(CloudAssembly.Write(folder.Path, settings));

        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("8 is not a valid enum value", failed.Output + failed.Error, StringComparison.Ordinal);
        Assert.Equal("ROLLBACK_COMPLETE", status);
        Assert.Empty(functions);
        Assert.Equal("CREATE_COMPLETE", await account.StatusAsync());
    }
}
