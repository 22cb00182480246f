using System.Net;
using Amazon.APIGateway.Model;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.AppHost.Tests.Running;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.AppHost.Tests;

/// <summary>A run on an account: the functions and the gateway are here, users and keys there.</summary>
public sealed class AccountTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunOnAnAccount_HasItsUsersAndKeysThere()
    {
        await using var run = await AccountRun.StartAsync("--ORGANIZATION_DOMAIN=", "--API_QUOTA_LIMIT=2");
        var stack = PersonalName.Of(Environment.UserName);

        Assert.Contains("\n\nNot enforced in this run (docs/emulators.md", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "\n  roles     The functions have your permissions: nothing that their roles forbid is refused.\n  usage ",
            run.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Not enforced: ", run.Output, StringComparison.Ordinal);

        var ada = await run.Client.EnrolAsync(confirm: email => ConfirmAsync(run, email));
        var models = await run.Client.GetAsync("bedrock", ada.IdToken, ada.Key);

        Assert.Equal(HttpStatusCode.OK, models.Status);
        Assert.Equal(stack, run.Outputs["StackName"]);
        Assert.StartsWith("eu-central-1_", run.Outputs["UserPoolId"], StringComparison.Ordinal);
        var keys = await run.Aws.ApiGateway.GetApiKeysAsync(new GetApiKeysRequest { IncludeValues = true }, Token);
        Assert.Equal([ada.Key], keys.Items.Select(key => key.Value));

        await AssertRefusedAsync(run, 401, "Unauthorized", ada with { IdToken = $"{ada.IdToken[..^4]}AAAA" });
        await AssertRefusedAsync(run, 403, "Forbidden", ada with { Key = new string('x', 40) });

        // The limits are those of the account's stack, and counted here.
        Assert.Equal(HttpStatusCode.OK, (await run.Client.GetAsync("bedrock", ada.IdToken, ada.Key)).Status);
        await AssertRefusedAsync(run, 429, "Limit Exceeded", ada);

        // Whoever is not known makes the gateway look into the account again.
        await run.Aws.ApiGateway.DeleteApiKeyAsync(new DeleteApiKeyRequest { ApiKey = keys.Items[0].Id }, Token);
        await AssertRefusedAsync(run, 403, "Forbidden", ada with { Key = new string('y', 40) });
        await AssertRefusedAsync(run, 403, "Forbidden", ada);
    }

    [Fact]
    public async Task EndpointThatLacksSomething_IsSaidToLackIt()
    {
        // Nobody runs the functions of this account, so its pool asks pre-signup in vain.
        await using var run = await AccountRun.StartWithFaultsAsync(
            """
            [{"service":"apigateway","operation":"GetUsage",
              "code":"NotImplemented","message":"-","status":501,"times":9}]
            """,
            "--ORGANIZATION_DOMAIN=example.com");

        const string Usage = "The endpoint refuses GetUsage (NotImplemented): GET /account/usage fails.";
        const string PreSignup = "Whether the endpoint asks pre-signup could not be found out (";
        Assert.Contains(
            $"\n  usage figures  {Usage}\n  pre-signup     {PreSignup}", run.Output, StringComparison.Ordinal);
        Assert.Contains($"[gateway] Not enforced: usage figures. {Usage}\n", run.Output, StringComparison.Ordinal);
        Assert.Contains($"[gateway] Not enforced: pre-signup. {PreSignup}", run.Output, StringComparison.Ordinal);
        var users = await run.Aws.Cognito.ListUsersAsync(
            new ListUsersRequest { UserPoolId = run.Outputs["UserPoolId"] }, Token);
        Assert.Empty(users.Users);
    }

    private static async Task AssertRefusedAsync(AccountRun run, int status, string message, Member member)
    {
        var reply = await run.Client.GetAsync("bedrock", member.IdToken, member.Key);
        Assert.Equal((status, message), ((int)reply.Status, (string?)reply.Json["message"]));
    }

    private static async Task ConfirmAsync(AccountRun run, string email) =>
        await run.Aws.Cognito.AdminConfirmSignUpAsync(
            new AdminConfirmSignUpRequest { UserPoolId = run.Outputs["UserPoolId"], Username = email }, Token);
}
