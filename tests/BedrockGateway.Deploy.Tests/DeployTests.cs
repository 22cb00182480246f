using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.APIGateway.Model;
using Amazon.CDK;

namespace BedrockGateway.Deploy.Tests;

/// <summary>
/// The gateway as the CDK CLI deploys and changes it. Each test leaves a stack that works, without a domain and with
/// the quota it had, so that they can run in any order.
/// </summary>
public sealed class DeployTests(DeployedAccount deployed) : IClassFixture<DeployedAccount>
{
    private const string Password = "Passw0rd!";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstDeployment_ShowsItsEventsAndOutputs_AndAnswers()
    {
        var account = deployed.Account;
        var outputs = await account.OutputsAsync();

        Assert.Contains("| CREATE_COMPLETE", deployed.FirstOutput, StringComparison.Ordinal);
        Assert.All(outputs, output => Assert.Contains(
            $"BedrockGateway.{output.Key} = {output.Value}", deployed.FirstOutput, StringComparison.Ordinal));
        await RegisterAsync($"{Guid.NewGuid():N}@example.com", HttpStatusCode.OK);
    }

    [Fact]
    public async Task SameSettings_HaveNoDifferenceAndChangeNothing()
    {
        var account = deployed.Account;
        var assembly = deployed.Assemble(DeployedAccount.Settings);
        await account.DeployAsync(assembly);
        var before = await account.EventsAsync();

        var diff = await account.CdkAsync("diff", "--app", assembly, "--fail");
        var again = await account.DeployAsync(assembly);

        Assert.True(diff.ExitCode == 0, $"{diff.Output}\n{diff.Error}");
        Assert.Contains("There were no differences", diff.Output + diff.Error, StringComparison.Ordinal);
        Assert.Contains("BedrockGateway (no changes)", again, StringComparison.Ordinal);
        Assert.Equal(before, await account.EventsAsync());
    }

    [Fact]
    public async Task OtherThrottle_IsShownByDiff_ChangesInPlaceAndIsLive()
    {
        var account = deployed.Account;
        var before = await account.ResourcesAsync();
        var changed = deployed.Assemble(DeployedAccount.Settings with { ThrottleRateLimit = 7, PublicBurstLimit = 3 });

        var diff = await account.CdkAsync("diff", "--app", changed, "--fail");
        await account.DeployAsync(changed);

        Assert.Equal(1, diff.ExitCode);
        Assert.Contains("AWS::ApiGateway::UsagePlan", diff.Output + diff.Error, StringComparison.Ordinal);
        Assert.Equal(before, await account.ResourcesAsync());
        var plan = await account.ApiGateway.GetUsagePlanAsync(
            new GetUsagePlanRequest { UsagePlanId = (await account.OutputsAsync())["UsagePlanId"] }, Token);
        Assert.Equal(7, plan.Throttle.RateLimit);
        Assert.Equal("UPDATE_COMPLETE", await account.StatusAsync());
    }

    [Fact]
    public async Task OrganizationDomain_BringsItsTriggerAndTakesItAlong()
    {
        var account = deployed.Account;
        var before = await account.ResourcesAsync();

        await account.DeployAsync(deployed.Assemble(
            DeployedAccount.Settings with { OrganizationDomain = "example.com" }));
        var with = await account.ResourcesAsync();
        // Cognito waits for a trigger no longer than 5 seconds.
        await account.Aws.WaitForPollAsync("BedrockGateway-pre-signup", Token);
        var refused = await RegisterAsync($"{Guid.NewGuid():N}@evil.org", HttpStatusCode.BadRequest);
        var address = $"{Guid.NewGuid():N}@example.com";
        await RegisterAsync(address, HttpStatusCode.OK);
        // Whom the trigger lets in is confirmed.
        using var login = await account.Http.PostAsJsonAsync(
            "login", new { email = address, password = Password }, Token);
        await account.DeployAsync(deployed.Assemble(DeployedAccount.Settings));

        Assert.Contains("BedrockGateway-pre-signup", with.Values);
        Assert.Contains("example.com", (string?)refused["message"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, login.StatusCode);
        Assert.Equal(before, await account.ResourcesAsync());
        await RegisterAsync($"{Guid.NewGuid():N}@evil.org", HttpStatusCode.OK);
    }

    [Fact]
    public async Task FailingUpdate_IsRolledBack_AndEventsAndCliSayWhy()
    {
        var account = deployed.Account;
        var before = await account.ResourcesAsync();
        var broken = deployed.Assemble(
            DeployedAccount.Settings with { QuotaLimit = 99 },
            stack => _ = new CfnResource(stack, "Broken", new CfnResourceProps
            {
                Type = "AWS::SNS::Subscription",
                Properties = new Dictionary<string, object>
                {
                    ["Endpoint"] = "nobody",
                    ["Protocol"] = "email",
                    ["TopicArn"] = "arn:aws:sns:us-east-1:000000000000:none",
                },
            }));

        var outcome = await account.CdkAsync("deploy", "--app", broken, "--require-approval", "never");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("Invalid parameter: Email address", outcome.Output + outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Broken CREATE_FAILED Invalid parameter: Email address", await account.EventsAsync());
        Assert.Equal("UPDATE_ROLLBACK_COMPLETE", await account.StatusAsync());
        Assert.Equal(before, await account.ResourcesAsync());
        var plan = await account.ApiGateway.GetUsagePlanAsync(
            new GetUsagePlanRequest { UsagePlanId = (await account.OutputsAsync())["UsagePlanId"] }, Token);
        Assert.Equal(DeployedAccount.Settings.QuotaLimit, plan.Quota.Limit);
    }

    private async Task<JsonNode> RegisterAsync(string email, HttpStatusCode expected)
    {
        using var reply = await deployed.Account.Http.PostAsJsonAsync(
            "register", new { email, password = Password, fullname = "Ada Lovelace" }, Token);
        var body = await reply.Content.ReadAsStringAsync(Token);
        Assert.True(reply.StatusCode == expected, $"{reply.StatusCode}: {body}\n{deployed.FunctionsOutput}");
        return JsonNode.Parse(body)!;
    }
}
