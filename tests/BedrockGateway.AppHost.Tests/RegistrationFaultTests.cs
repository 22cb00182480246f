using Amazon.APIGateway.Model;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.AppHost.Tests.Running;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.AppHost.Tests;

/// <summary>A registration that fails on the way leaves nothing behind, whichever of its calls it was.</summary>
public sealed class RegistrationFaultTests(OwnGateway gateway) : IClassFixture<OwnGateway>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("cognito-idp", "SignUp", "InvalidParameterException", 400)]
    [InlineData("cognito-idp", "SignUp", "InternalErrorException", 500)]
    [InlineData("apigateway", "CreateApiKey", "LimitExceededException", 429)]
    [InlineData("apigateway", "CreateApiKey", "ServiceUnavailableException", 503)]
    [InlineData("apigateway", "CreateUsagePlanKey", "ConflictException", 409)]
    [InlineData("apigateway", "CreateUsagePlanKey", "ServiceUnavailableException", 503)]
    [InlineData("cognito-idp", "AdminUpdateUserAttributes", "NotAuthorizedException", 400)]
    [InlineData("cognito-idp", "AdminUpdateUserAttributes", "InternalErrorException", 500)]
    public async Task FailedCall_LeavesNeitherUserNorKey(string service, string operation, string code, int status)
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        // More often than the SDK tries.
        await gateway.Aws.InjectAsync(service, operation, code, $"{operation} is out of order.", status, times: 20);

        var failed = await gateway.Client.RegisterAsync(email, "Passw0rd!");
        await gateway.Aws.ClearFaultsAsync();

        Assert.Equal(GatewayReply.Failure(status, $"{operation} is out of order."), failed.Whole);
        Assert.Empty(await UsersAsync(email));
        Assert.Equal(await SubjectsAsync(), await KeyNamesAsync());

        Assert.Equal(200, (int)(await gateway.Client.RegisterAsync(email, "Passw0rd!")).Status);
        Assert.Single(await UsersAsync(email));
        Assert.Equal(await SubjectsAsync(), await KeyNamesAsync());
    }

    [Fact]
    public async Task CallThatFailsOnce_IsRepeated()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        await gateway.Aws.InjectAsync(
            "apigateway", "CreateApiKey", "ServiceUnavailableException", "Later.", 503, times: 1);

        var reply = await gateway.Client.RegisterAsync(email, "Passw0rd!");

        Assert.Equal(200, (int)reply.Status);
        Assert.Single(await UsersAsync(email));
        Assert.Equal(await SubjectsAsync(), await KeyNamesAsync());
    }

    [Fact]
    public async Task SignUpThatFailsOnce_IsNotRepeated()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        await gateway.Aws.InjectAsync("cognito-idp", "SignUp", "InternalErrorException", "Later.", 500, times: 1);

        var reply = await gateway.Client.RegisterAsync(email, "Passw0rd!");

        Assert.Equal(GatewayReply.Failure(500, "Later."), reply.Whole);
        Assert.Empty(await UsersAsync(email));
    }

    private async Task<List<UserType>> UsersAsync(string email)
    {
        var pool = gateway.Outputs["UserPoolId"];
        var request = new ListUsersRequest { UserPoolId = pool, Filter = $"email = \"{email}\"" };
        return (await gateway.Aws.Cognito.ListUsersAsync(request, Token)).Users ?? [];
    }

    /// <summary>The names that the keys of all users have.</summary>
    private async Task<IEnumerable<string>> SubjectsAsync()
    {
        var users = await gateway.Aws.Cognito.ListUsersAsync(
            new ListUsersRequest { UserPoolId = gateway.Outputs["UserPoolId"] }, Token);
        return (users.Users ?? [])
            .Select(user => user.Attributes.Single(attribute => attribute.Name == "sub").Value)
            .Select(subject => $"{gateway.Outputs["StackName"]}-{subject}")
            .Order(StringComparer.Ordinal);
    }

    private async Task<IEnumerable<string>> KeyNamesAsync()
    {
        var keys = await gateway.Aws.ApiGateway.GetApiKeysAsync(new GetApiKeysRequest { Limit = 500 }, Token);
        return (keys.Items ?? []).Select(key => key.Name).Order(StringComparer.Ordinal);
    }
}
