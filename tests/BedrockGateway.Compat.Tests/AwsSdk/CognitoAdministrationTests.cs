using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace BedrockGateway.Compat.Tests.AwsSdk;

/// <summary>What administrators do with users.</summary>
public sealed class CognitoAdministrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AdminCreateUser_IsSignedAndReadsTheUser()
    {
        await using var server = await WireServer.AnsweringAsync(
            200,
            """
            {"User":{"Username":"u","Enabled":true,"UserStatus":"FORCE_CHANGE_PASSWORD","UserCreateDate":1700000000,
            "Attributes":[{"Name":"sub","Value":"1"}]}}
            """,
            Token);
        using var client = Clients.Cognito(server);

        var response = await client.AdminCreateUserAsync(
            new AdminCreateUserRequest
            {
                UserPoolId = "p_1",
                Username = "u",
                UserAttributes = [new() { Name = "email", Value = "a@b" }],
                ValidationData = [new() { Name = "v", Value = "w" }],
                ClientMetadata = new() { ["m"] = "n" },
                DesiredDeliveryMediums = ["EMAIL"],
                ForceAliasCreation = false,
                MessageAction = MessageActionType.RESEND,
                TemporaryPassword = "t",
            },
            Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal("AKIDEXAMPLE/eu-west-1/cognito-idp", request.SignatureScope);
        Assert.Equal("AWSCognitoIdentityProviderService.AdminCreateUser", request.Header("x-amz-target"));
        Assert.Equal(
            """
            {"ClientMetadata":{"m":"n"},"DesiredDeliveryMediums":["EMAIL"],"ForceAliasCreation":false,
            "MessageAction":"RESEND","TemporaryPassword":"t","UserAttributes":[{"Name":"email","Value":"a@b"}],
            "UserPoolId":"p_1","Username":"u","ValidationData":[{"Name":"v","Value":"w"}]}
            """.ReplaceLineEndings(""),
            request.Text);
        Assert.Equal(
            ("u", true, "FORCE_CHANGE_PASSWORD", "1"),
            (response.User.Username, response.User.Enabled, response.User.UserStatus.Value,
                Assert.Single(response.User.Attributes).Value));
    }

    [Fact]
    public async Task AdminCreateUser_LeavesOutWhatIsNotGiven()
    {
        await using var server = await WireServer.AnsweringAsync(200, "{}", Token);
        using var client = Clients.Cognito(server);

        var response = await client.AdminCreateUserAsync(
            new AdminCreateUserRequest { UserPoolId = "p_1", Username = "u" }, Token);

        Assert.Equal("""{"UserPoolId":"p_1","Username":"u"}""", Assert.Single(server.Requests).Text);
        Assert.Null(response.User);
    }

    [Fact]
    public async Task EnablingAndLeavingAGroup_TakeAnEmptyReply()
    {
        await using var server = await WireServer.AnsweringAsync(200, "{}", Token);
        using var client = Clients.Cognito(server);

        await client.AdminEnableUserAsync(new AdminEnableUserRequest { UserPoolId = "p_1", Username = "u" }, Token);
        await client.AdminRemoveUserFromGroupAsync(
            new AdminRemoveUserFromGroupRequest { UserPoolId = "p_1", Username = "u", GroupName = "g" }, Token);

        Assert.Equal(
            [
                """AWSCognitoIdentityProviderService.AdminEnableUser {"UserPoolId":"p_1","Username":"u"}""",
                "AWSCognitoIdentityProviderService.AdminRemoveUserFromGroup "
                    + """{"GroupName":"g","UserPoolId":"p_1","Username":"u"}""",
            ],
            server.Requests.Select(request => $"{request.Header("x-amz-target")} {request.Text}"));
    }

    [Fact]
    public async Task Faults_AreOfTheirTypes()
    {
        await using var server = await WireServer.AnsweringAsync(
            400, """{"__type":"UnsupportedUserStateException","message":"no"}""", Token);
        using var client = Clients.Cognito(server);

        var fault = await Assert.ThrowsAsync<UnsupportedUserStateException>(() => client.AdminCreateUserAsync(
            new AdminCreateUserRequest { UserPoolId = "p_1", Username = "u" }, Token));

        Assert.Equal("no", fault.Message);
    }
}
