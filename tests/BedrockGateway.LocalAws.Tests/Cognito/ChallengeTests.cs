using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Cognito;

/// <summary>Sessions of challenges, whatever is asked.</summary>
public sealed class ChallengeTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    private const string Email = "someone@example.com";
    private const string Temporary = "Temporary-Word-3";
    private const string Invalid = "400 NotAuthorizedException: Invalid session for the user.";

    [Fact]
    public async Task Session_WorksOnce()
    {
        var pool = await PoolAsync();
        var session = (await pool.SignInAsync(Email, Temporary)).Body["Session"];

        var first = await AnswerAsync(pool, session);
        var second = await AnswerAsync(pool, session);

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(
            "400 NotAuthorizedException: Invalid session for the user, session can only be used once.", second.Fault);
    }

    [Theory]
    [InlineData("{}", 3)]
    [InlineData("""{"AuthSessionValidity":5}""", 5)]
    public async Task Session_LastsAsTheClientSays(string client, int minutes)
    {
        var pool = await PoolAsync(client);
        var session = (await pool.SignInAsync(Email, Temporary)).Body["Session"];
        cognito.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        var early = await AnswerAsync(pool, session, password: "weak");
        cognito.Clock.Advance(TimeSpan.FromSeconds(1));

        var late = await AnswerAsync(pool, session);

        Assert.StartsWith("400 InvalidPasswordException", early.Fault, StringComparison.Ordinal);
        Assert.Equal("400 NotAuthorizedException: Invalid session for the user, session is expired.", late.Fault);
    }

    [Fact]
    public async Task SessionOfAnotherUserClientOrChallenge_IsInvalid()
    {
        var pool = await PoolAsync();
        await pool.AddUserAsync("another@example.com");
        var other = new TestPool(cognito, pool.Pool, await cognito.CreateClientAsync(pool.PoolId, "{}"));
        var session = (await pool.SignInAsync(Email, Temporary)).Body["Session"];

        Assert.Equal(Invalid, (await AnswerAsync(pool, session, username: "another@example.com")).Fault);
        Assert.Equal(Invalid, (await AnswerAsync(pool, session, username: "nobody@example.com")).Fault);
        Assert.Equal(Invalid, (await AnswerAsync(other, session)).Fault);
        Assert.Equal(Invalid, (await AnswerAsync(pool, session, challenge: "SOFTWARE_TOKEN_MFA")).Fault);
        Assert.Equal(Invalid, (await AnswerAsync(pool, JsonValue.Create(new string('x', 99)))).Fault);
        Assert.Equal(HttpStatusCode.OK, (await AnswerAsync(pool, session)).Status);
    }

    [Fact]
    public async Task AnswerThatIsIncomplete_SaysWhatIsMissing()
    {
        var pool = await PoolAsync();
        var session = (await pool.SignInAsync(Email, Temporary)).Body["Session"];

        Assert.Equal(
            "400 InvalidParameterException: Missing required parameter USERNAME",
            (await pool.RespondAsync("NEW_PASSWORD_REQUIRED", session, [])).Fault);
        Assert.Equal(
            "400 InvalidParameterException: Missing required parameter NEW_PASSWORD",
            (await pool.RespondAsync("NEW_PASSWORD_REQUIRED", session, new() { ["USERNAME"] = Email })).Fault);
        Assert.Equal(
            "400 InvalidParameterException: Missing required parameter Session",
            (await AnswerAsync(pool, null)).Fault);
        Assert.Equal(
            "400 InvalidParameterException: 1 validation error detected: Value at 'session' failed to satisfy "
            + "constraint: Member must have length greater than or equal to 20",
            (await AnswerAsync(pool, JsonValue.Create("short"))).Fault);
        Assert.Equal(
            "501 NotImplemented: LocalAws does not emulate cognito-idp:RespondToAuthChallenge with EMAIL_OTP.",
            (await AnswerAsync(pool, session, challenge: "EMAIL_OTP")).Fault);
    }

    [Fact]
    public async Task DisabledUser_DoesNotGetThrough()
    {
        var pool = await PoolAsync();
        var session = (await pool.SignInAsync(Email, Temporary)).Body["Session"];
        await pool.AdminAsync("AdminDisableUser", Email);

        Assert.Equal("400 NotAuthorizedException: User is disabled.", (await AnswerAsync(pool, session)).Fault);
    }

    [Fact]
    public async Task Administrator_GoesThroughTheSameSteps()
    {
        var pool = await PoolAsync("""{"ExplicitAuthFlows":["ALLOW_ADMIN_USER_PASSWORD_AUTH"]}""");
        var parameters = new JsonObject { ["USERNAME"] = Email, ["PASSWORD"] = Temporary };

        var challenge = await AdminAsync(pool, "AdminInitiateAuth", new()
        {
            ["AuthFlow"] = "ADMIN_USER_PASSWORD_AUTH",
            ["AuthParameters"] = parameters.DeepClone(),
        });
        var done = await AdminAsync(pool, "AdminRespondToAuthChallenge", new()
        {
            ["ChallengeName"] = "NEW_PASSWORD_REQUIRED",
            ["Session"] = challenge.Body["Session"]!.DeepClone(),
            ["ChallengeResponses"] = new JsonObject
            {
                ["USERNAME"] = Email,
                ["NEW_PASSWORD"] = CognitoEmulator.Password,
            },
        });
        var refused = await AdminAsync(pool, "AdminInitiateAuth", new()
        {
            ["AuthFlow"] = "USER_PASSWORD_AUTH",
            ["AuthParameters"] = parameters.DeepClone(),
        });

        Assert.Equal("NEW_PASSWORD_REQUIRED", challenge["ChallengeName"]);
        Assert.NotNull(done.Body["AuthenticationResult"]!["RefreshToken"]);
        Assert.Equal("400 InvalidParameterException: Auth flow not enabled for this client", refused.Fault);
    }

    [Fact]
    public async Task ClientOfAnotherPool_IsUnknownToTheAdministrator()
    {
        var pool = await PoolAsync();
        var other = await cognito.CreatePoolAsync();

        var reply = await cognito.CallAsync("AdminInitiateAuth", new JsonObject
        {
            ["UserPoolId"] = other.PoolId,
            ["ClientId"] = pool.ClientId,
            ["AuthFlow"] = "ADMIN_USER_PASSWORD_AUTH",
        });

        Assert.Equal(
            $"400 ResourceNotFoundException: User pool client {pool.ClientId} does not exist.", reply.Fault);
    }

    private static Task<WireReply> AnswerAsync(
        TestPool pool,
        JsonNode? session,
        string username = Email,
        string password = CognitoEmulator.Password,
        string challenge = "NEW_PASSWORD_REQUIRED") =>
        pool.RespondAsync(challenge, session, new() { ["USERNAME"] = username, ["NEW_PASSWORD"] = password });

    private static Task<WireReply> AdminAsync(TestPool pool, string operation, JsonObject body)
    {
        body["UserPoolId"] = pool.PoolId;
        return pool.CallAsync(operation, body);
    }

    private async Task<TestPool> PoolAsync(string client = "{}")
    {
        var pool = await cognito.CreatePoolAsync("{}", client);
        await pool.AdminAsync(
            "AdminCreateUser", Email, $$"""{"TemporaryPassword":"{{Temporary}}","MessageAction":"SUPPRESS"}""");
        await pool.AdminAsync(
            "AdminUpdateUserAttributes",
            Email,
            $$"""{"UserAttributes":[{"Name":"email","Value":"{{Email}}"}]}""");
        return pool;
    }
}
