using System.Net;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace BedrockGateway.Compat.Tests.AwsSdk;

public sealed class CognitoIdentityProviderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignUp_GoesOutUnsignedWithSetMembersOnly()
    {
        await using var server = await WireServer.AnsweringAsync(
            200,
            """
            {"UserConfirmed":false,"UserSub":"sub-1","Unknown":{"UserSub":"no"},"CodeDeliveryDetails":
            {"AttributeName":"email","DeliveryMedium":"EMAIL","Destination":"a***@e***"}}
            """,
            Token,
            ("x-amzn-RequestId", "r-1"));
        using var client = Clients.Cognito(server);

        var response = await client.SignUpAsync(
            new SignUpRequest
            {
                ClientId = "client",
                Username = "ada@example.com",
                Password = "p&\"ss",
                UserAttributes = [new AttributeType { Name = "email", Value = "ada@example.com" }],
                ClientMetadata = new Dictionary<string, string> { ["origin"] = "test" },
            },
            Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/", request.Target);
        Assert.Null(request.Header("authorization"));
        Assert.Equal("AWSCognitoIdentityProviderService.SignUp", request.Header("x-amz-target"));
        Assert.Equal("application/x-amz-json-1.1", request.Header("content-type"));
        Assert.Equal(
            """{"ClientId":"client","ClientMetadata":{"origin":"test"},"Password":"p\u0026\u0022ss","UserAttributes":"""
            + """[{"Name":"email","Value":"ada@example.com"}],"Username":"ada@example.com"}""",
            request.Text);

        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
        Assert.Equal("r-1", response.ResponseMetadata.RequestId);
        Assert.False(response.UserConfirmed);
        Assert.Equal("sub-1", response.UserSub);
        Assert.Null(response.Session);
        Assert.Equal(DeliveryMediumType.EMAIL, response.CodeDeliveryDetails.DeliveryMedium);
        Assert.Equal("a***@e***", response.CodeDeliveryDetails.Destination);
    }

    [Fact]
    public async Task SignUp_NeedsNoCredentials()
    {
        await using var server = await WireServer.AnsweringAsync(200, "{}", Token);
        using var client = new AmazonCognitoIdentityProviderClient(
            Clients.Configure(new AmazonCognitoIdentityProviderConfig(), server));

        await client.SignUpAsync(new SignUpRequest { ClientId = "client" }, Token);

        Assert.Equal("""{"ClientId":"client"}""", Assert.Single(server.Requests).Text);
    }

    [Fact]
    public async Task InitiateAuth_ReadsTokensAndLeavesAbsentMembersNull()
    {
        await using var server = await WireServer.AnsweringAsync(
            200,
            """
            {"AuthenticationResult":{"AccessToken":"a","ExpiresIn":3600,"IdToken":"i","RefreshToken":"r",
            "TokenType":"Bearer"},"ChallengeParameters":{}}
            """,
            Token);
        using var client = Clients.Cognito(server);

        var response = await client.InitiateAuthAsync(
            new InitiateAuthRequest
            {
                AuthFlow = AuthFlowType.USER_PASSWORD_AUTH,
                ClientId = "c",
                AuthParameters = new Dictionary<string, string> { ["USERNAME"] = "u", ["PASSWORD"] = "p" },
            },
            Token);

        var request = Assert.Single(server.Requests);
        Assert.Null(request.SignatureScope);
        Assert.Equal(
            """{"AuthFlow":"USER_PASSWORD_AUTH","AuthParameters":{"USERNAME":"u","PASSWORD":"p"},"ClientId":"c"}""",
            request.Text);
        Assert.Equal("a", response.AuthenticationResult.AccessToken);
        Assert.Equal(3600, response.AuthenticationResult.ExpiresIn);
        Assert.Equal("i", response.AuthenticationResult.IdToken);
        Assert.Equal("r", response.AuthenticationResult.RefreshToken);
        Assert.Equal("Bearer", response.AuthenticationResult.TokenType);
        Assert.Null(response.AuthenticationResult.NewDeviceMetadata);
        Assert.Empty(response.ChallengeParameters);
        Assert.Null(response.ChallengeName);
        Assert.Null(response.AvailableChallenges);
    }

    [Fact]
    public async Task AdminGetUser_IsSignedAndReadsEpochTimes()
    {
        await using var server = await WireServer.AnsweringAsync(
            200,
            """
            {"Username":"u","Enabled":true,"UserStatus":"CONFIRMED","UserCreateDate":1700000000.5,
            "UserLastModifiedDate":1700000060,
            "UserAttributes":[{"Name":"sub","Value":"1"},{"Name":"email","Value":null}]}
            """,
            Token);
        using var client = Clients.Cognito(server);

        var response = await client.AdminGetUserAsync(
            new AdminGetUserRequest { UserPoolId = "eu-west-1_pool", Username = "u" }, Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal("AKIDEXAMPLE/eu-west-1/cognito-idp", request.SignatureScope);
        Assert.Equal("""{"UserPoolId":"eu-west-1_pool","Username":"u"}""", request.Text);
        Assert.Equal(UserStatusType.CONFIRMED, response.UserStatus);
        Assert.True(response.Enabled);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1_700_000_000.5), response.UserCreateDate);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1_700_000_060), response.UserLastModifiedDate);
        Assert.Equal(
            [("sub", "1"), ("email", null)], response.UserAttributes.Select(a => (a.Name, (string?)a.Value)));
        Assert.Null(response.MFAOptions);
        Assert.Null(response.UserMFASettingList);
    }

    [Fact]
    public async Task ListUsers_ReadsNestedLists()
    {
        await using var server = await WireServer.AnsweringAsync(
            200,
            """
            {"PaginationToken":"next","Users":[{"Username":"a","Attributes":[{"Name":"n","Value":"v"}]},{},
            {"Username":"b","Attributes":[]}]}
            """,
            Token);
        using var client = Clients.Cognito(server);

        var response = await client.ListUsersAsync(
            new ListUsersRequest { UserPoolId = "p_1", Limit = 60, Filter = "sub = \"1\"", AttributesToGet = [] },
            Token);

        Assert.Equal(
            """{"AttributesToGet":[],"Filter":"sub = \u00221\u0022","Limit":60,"UserPoolId":"p_1"}""",
            Assert.Single(server.Requests).Text);
        Assert.Equal("next", response.PaginationToken);
        Assert.Equal(["a", null, "b"], response.Users.Select(user => user.Username));
        Assert.Equal("v", Assert.Single(response.Users[0].Attributes).Value);
        Assert.Null(response.Users[1].Attributes);
        Assert.Empty(response.Users[2].Attributes);
    }

    [Fact]
    public async Task OperationsWithoutReply_AcceptAnEmptyBody()
    {
        await using var server = await WireServer.AnsweringAsync(200, "", Token);
        using var client = Clients.Cognito(server);

        await client.AdminDeleteUserAsync(new AdminDeleteUserRequest { UserPoolId = "p_1", Username = "u" }, Token);
        await client.AdminConfirmSignUpAsync(
            new AdminConfirmSignUpRequest { UserPoolId = "p_1", Username = "u" }, Token);
        await client.AdminUpdateUserAttributesAsync(
            new AdminUpdateUserAttributesRequest
            {
                UserPoolId = "p_1",
                Username = "u",
                UserAttributes = [new AttributeType { Name = "custom:api_key", Value = "k" }],
            },
            Token);

        Assert.Equal(
            ["AdminDeleteUser", "AdminConfirmSignUp", "AdminUpdateUserAttributes"],
            server.Requests.Select(request => request.Header("x-amz-target")!.Split('.')[1]));
        Assert.Equal(
            """{"UserAttributes":[{"Name":"custom:api_key","Value":"k"}],"UserPoolId":"p_1","Username":"u"}""",
            server.Requests[2].Text);
    }

    [Fact]
    public async Task DeclaredError_ThrowsItsType()
    {
        await using var server = await WireServer.AnsweringAsync(
            400,
            """{"__type":"UsernameExistsException","message":"User already exists"}""",
            Token,
            ("x-amzn-ErrorType", "UsernameExistsException:"),
            ("x-amzn-RequestId", "r-2"));
        using var client = Clients.Cognito(server);

        var fault = await Assert.ThrowsAsync<UsernameExistsException>(
            () => client.SignUpAsync(new SignUpRequest { ClientId = "c" }, Token));

        Assert.Equal("User already exists", fault.Message);
        Assert.Equal("UsernameExistsException", fault.ErrorCode);
        Assert.Equal("r-2", fault.RequestId);
        Assert.Equal(HttpStatusCode.BadRequest, fault.StatusCode);
    }

    [Fact]
    public async Task ErrorCodeInHeaderOrWithNamespace_ThrowsItsType()
    {
        await using var server = await WireServer.StartAsync(Token);
        server.Prepare(400, """{"message":"not yet"}""", ("x-amzn-ErrorType", "UserNotConfirmedException:http://x/"));
        server.Prepare(400, """{"__type":"com.amazonaws#NotAuthorizedException","message":"no"}""");
        server.Prepare(400, """{"__type":"InvalidParameterException","message":"bad","reasonCode":"why"}""");
        using var client = Clients.Cognito(server);
        var request = new InitiateAuthRequest { ClientId = "c" };

        var unconfirmed = await Assert.ThrowsAsync<UserNotConfirmedException>(
            () => client.InitiateAuthAsync(request, Token));
        var refused = await Assert.ThrowsAsync<NotAuthorizedException>(() => client.InitiateAuthAsync(request, Token));
        var invalid = await Assert.ThrowsAsync<InvalidParameterException>(
            () => client.InitiateAuthAsync(request, Token));

        Assert.Equal(("not yet", "no", "bad"), (unconfirmed.Message, refused.Message, invalid.Message));
        Assert.Equal("why", invalid.ReasonCode);
    }

    [Fact]
    public async Task UndeclaredError_ThrowsTheServicesException()
    {
        await using var server = await WireServer.AnsweringAsync(
            400, """{"__type":"UserNotFoundException","message":"gone"}""", Token);
        using var client = Clients.Cognito(server);

        var fault = await Assert.ThrowsAsync<AmazonCognitoIdentityProviderException>(
            () => client.ListUsersAsync(new ListUsersRequest { UserPoolId = "p_1" }, Token));

        Assert.Equal("gone", fault.Message);
        Assert.Equal("UserNotFoundException", fault.ErrorCode);
    }
}
