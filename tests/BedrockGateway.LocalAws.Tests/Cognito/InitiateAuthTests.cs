using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace BedrockGateway.LocalAws.Tests.Cognito;

public sealed class InitiateAuthTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    [Fact]
    public async Task RightPassword_ReturnsThreeTokens()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync("someone@example.com");

        var reply = await pool.SignInAsync("SOMEONE@example.com");

        var result = reply.Body["AuthenticationResult"]!.AsObject();
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("{}", reply.Body["ChallengeParameters"]!.ToJsonString());
        Assert.Equal(
            ["AccessToken", "ExpiresIn", "TokenType", "RefreshToken", "IdToken"], result.Select(member => member.Key));
        Assert.Equal(3600, (int)result["ExpiresIn"]!);
        Assert.Equal("Bearer", (string?)result["TokenType"]);
        Assert.Equal(5, result["RefreshToken"]!.ToString().Split('.').Length);
    }

    [Fact]
    public async Task OfficialClient_SignsIn()
    {
        var pool = await cognito.CreatePoolAsync(
            "{}", """{"AccessTokenValidity":5,"TokenValidityUnits":{"AccessToken":"minutes"}}""");
        await pool.AddUserAsync("someone@example.com");
        using var client = cognito.Sdk();

        var reply = await client.InitiateAuthAsync(
            new()
            {
                AuthFlow = AuthFlowType.USER_PASSWORD_AUTH,
                ClientId = pool.ClientId,
                AuthParameters = new()
                {
                    ["USERNAME"] = "someone@example.com",
                    ["PASSWORD"] = CognitoEmulator.Password,
                },
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(300, reply.AuthenticationResult.ExpiresIn);
        Assert.Equal(3, reply.AuthenticationResult.IdToken.Split('.').Length);
    }

    [Theory]
    [InlineData("right")]
    [InlineData("wrong")]
    public async Task UnconfirmedUser_IsToldSoWhateverThePassword(string password)
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.SignUpAsync("someone@example.com");
        using var client = cognito.Sdk();

        var fault = await Assert.ThrowsAsync<UserNotConfirmedException>(() => client.InitiateAuthAsync(
            new()
            {
                AuthFlow = AuthFlowType.USER_PASSWORD_AUTH,
                ClientId = pool.ClientId,
                AuthParameters = new()
                {
                    ["USERNAME"] = "someone@example.com",
                    ["PASSWORD"] = password == "right" ? CognitoEmulator.Password : password,
                },
            },
            TestContext.Current.CancellationToken));

        Assert.Equal("User is not confirmed.", fault.Message);
    }

    [Theory]
    [InlineData("LEGACY", "UserNotFoundException: User does not exist.")]
    [InlineData("ENABLED", "NotAuthorizedException: Incorrect username or password.")]
    public async Task UnknownUser_IsToldAsTheClientWants(string setting, string fault)
    {
        var pool = await cognito.CreatePoolAsync("{}", $$"""{"PreventUserExistenceErrors":"{{setting}}"}""");

        var reply = await pool.SignInAsync("nobody@example.com");

        Assert.Equal($"400 {fault}", reply.Fault);
    }

    [Fact]
    public async Task WrongPasswords_LockTheUserForLongerAndLonger()
    {
        const string Wrong = "400 NotAuthorizedException: Incorrect username or password.";
        const string Locked = "400 NotAuthorizedException: Password attempts exceeded";
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync("someone@example.com");

        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Equal(Wrong, (await pool.SignInAsync("someone@example.com", "wrong")).Fault);
        }

        Assert.Equal(Locked, (await pool.SignInAsync("someone@example.com")).Fault);
        cognito.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Wrong, (await pool.SignInAsync("someone@example.com", "wrong")).Fault);
        cognito.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Locked, (await pool.SignInAsync("someone@example.com")).Fault);
        cognito.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await pool.SignInAsync("someone@example.com")).Status);
        Assert.Equal(Wrong, (await pool.SignInAsync("someone@example.com", "wrong")).Fault);
        Assert.Equal(HttpStatusCode.OK, (await pool.SignInAsync("someone@example.com")).Status);
    }

    [Theory]
    [InlineData("ADMIN_USER_PASSWORD_AUTH", "400 InvalidParameterException: Initiate Auth method not supported.")]
    [InlineData("ADMIN_NO_SRP_AUTH", "400 InvalidParameterException: Initiate Auth method not supported.")]
    [InlineData("USER_SRP_AUTH", "400 InvalidParameterException: USER_SRP_AUTH is not enabled for the client.")]
    [InlineData(
        "CUSTOM_AUTH",
        "501 NotImplemented: LocalAws does not emulate cognito-idp:InitiateAuth with CUSTOM_AUTH.")]
    [InlineData(
        "USER_PASSWORD_AUTH",
        "400 InvalidParameterException: USER_PASSWORD_AUTH flow not enabled for this client")]
    [InlineData(
        "REFRESH_TOKEN_AUTH",
        "400 InvalidParameterException: REFRESH_TOKEN_AUTH flow not enabled for this client")]
    [InlineData(
        "TELEPATHY",
        "400 InvalidParameterException: 1 validation error detected: Value 'TELEPATHY' at 'authFlow' failed "
        + "to satisfy constraint: "
        + "Member must satisfy enum value set: [USER_SRP_AUTH, REFRESH_TOKEN_AUTH, REFRESH_TOKEN, CUSTOM_AUTH, "
        + "ADMIN_NO_SRP_AUTH, "
        + "USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH, USER_AUTH]")]
    public async Task FlowTheClientDoesNotHave_IsRefused(string flow, string fault)
    {
        var pool = await cognito.CreatePoolAsync("{}", """{"ExplicitAuthFlows":["ALLOW_CUSTOM_AUTH"]}""");

        var reply = await pool.InitiateAuthAsync(flow, new() { ["USERNAME"] = "x" });

        Assert.Equal(fault, reply.Fault);
    }

    [Theory]
    [InlineData("USER_PASSWORD_AUTH", "{}", "Missing required parameter USERNAME")]
    [InlineData("USER_PASSWORD_AUTH", """{"USERNAME":"x"}""", "Missing required parameter PASSWORD")]
    [InlineData("REFRESH_TOKEN_AUTH", "{}", "Missing required parameter REFRESH_TOKEN")]
    public async Task ParameterLeftOut_IsNamed(string flow, string parameters, string message)
    {
        var pool = await cognito.CreatePoolAsync();

        var reply = await pool.InitiateAuthAsync(flow, JsonNode.Parse(parameters)!.AsObject());

        Assert.Equal($"400 InvalidParameterException: {message}", reply.Fault);
    }

    [Fact]
    public async Task UnknownClient_IsNamed()
    {
        var reply = await cognito.CallAsync(
            "InitiateAuth", new JsonObject { ["AuthFlow"] = "USER_PASSWORD_AUTH", ["ClientId"] = "unknown" });

        Assert.Equal("400 ResourceNotFoundException: User pool client unknown does not exist.", reply.Fault);
    }

    [Fact]
    public async Task ClientWithASecret_AsksForItsHash()
    {
        var pool = await cognito.CreatePoolAsync("{}", """{"GenerateSecret":true}""");
        var body = pool.SignUpBody("someone@example.com");
        body["SecretHash"] = HashOf(pool, "someone@example.com");
        await cognito.CallAsync("SignUp", body);
        await cognito.CallAsync("AdminConfirmSignUp", pool.Named("someone@example.com"));
        var parameters = new JsonObject
        {
            ["USERNAME"] = "someone@example.com",
            ["PASSWORD"] = CognitoEmulator.Password,
        };

        var missing = await pool.InitiateAuthAsync("USER_PASSWORD_AUTH", parameters.DeepClone().AsObject());
        parameters["SECRET_HASH"] = HashOf(pool, "another@example.com");
        var wrong = await pool.InitiateAuthAsync("USER_PASSWORD_AUTH", parameters.DeepClone().AsObject());
        parameters["SECRET_HASH"] = HashOf(pool, "someone@example.com");
        var right = await pool.InitiateAuthAsync("USER_PASSWORD_AUTH", parameters);

        Assert.Equal(
            $"400 NotAuthorizedException: Client {pool.ClientId} is configured with secret but SECRET_HASH "
            + "was not received",
            missing.Fault);
        Assert.Equal(
            $"400 NotAuthorizedException: Unable to verify secret hash for client {pool.ClientId}", wrong.Fault);
        Assert.Equal(HttpStatusCode.OK, right.Status);
    }

    private static string HashOf(TestPool pool, string username) => Convert.ToBase64String(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(pool.Client.Attributes["ClientSecret"]),
        Encoding.UTF8.GetBytes(username + pool.ClientId)));
}
