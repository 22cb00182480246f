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

        var ada = await run.Client.EnrolAsync(confirm: email => ConfirmAsync(run, email));
        var models = await run.Client.GetAsync("bedrock", ada.IdToken, ada.Key);

        Assert.Equal(HttpStatusCode.OK, models.Status);
        Assert.Equal(stack, run.Outputs["StackName"]);
        Assert.StartsWith("eu-central-1_", run.Outputs["UserPoolId"], StringComparison.Ordinal);
        var keys = await run.Aws.ApiGateway.GetApiKeysAsync(new GetApiKeysRequest { IncludeValues = true }, Token);
        Assert.Equal([ada.Key], keys.Items.Select(key => key.Value));

        Assert.Equal(
            GatewayReply.Failure(401, "Unauthorized"),
            (await run.Client.GetAsync("bedrock", $"{ada.IdToken[..^4]}AAAA", ada.Key)).Whole);
        Assert.Equal(
            GatewayReply.Failure(403, "Forbidden"),
            (await run.Client.GetAsync("bedrock", ada.IdToken, new string('x', 40))).Whole);

        // The limits are those of the account's stack, and counted here.
        Assert.Equal(HttpStatusCode.OK, (await run.Client.GetAsync("bedrock", ada.IdToken, ada.Key)).Status);
        Assert.Equal(
            HttpStatusCode.TooManyRequests, (await run.Client.GetAsync("bedrock", ada.IdToken, ada.Key)).Status);

        await run.Aws.ApiGateway.DeleteApiKeyAsync(new DeleteApiKeyRequest { ApiKey = keys.Items[0].Id }, Token);
        var bob = await run.Client.EnrolAsync(confirm: email => ConfirmAsync(run, email));
        Assert.Equal(
            GatewayReply.Failure(403, "Forbidden"),
            (await run.Client.GetAsync("bedrock", bob.IdToken, new string('y', 40))).Whole);
        Assert.Equal(
            GatewayReply.Failure(403, "Forbidden"), (await run.Client.GetAsync("bedrock", ada.IdToken, ada.Key)).Whole);
    }

    private static Task ConfirmAsync(AccountRun run, string email) => run.Aws.Cognito.AdminConfirmSignUpAsync(
        new AdminConfirmSignUpRequest { UserPoolId = run.Outputs["UserPoolId"], Username = email }, Token);
}
