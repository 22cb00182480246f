using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Cognito;

public sealed class SrpTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    private const string Email = "someone@example.com";
    private const string Client = """{"ExplicitAuthFlows":["ALLOW_USER_SRP_AUTH","ALLOW_USER_PASSWORD_AUTH"]}""";
    private const string Hiding =
        """{"ExplicitAuthFlows":["ALLOW_USER_SRP_AUTH"],"PreventUserExistenceErrors":"ENABLED"}""";

    private const string Wrong = "400 NotAuthorizedException: Incorrect username or password.";

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"UsernameAttributes":["email"]}""")]
    public async Task UserWhoKnowsThePassword_GetsTokensWithoutSendingIt(string settings)
    {
        var pool = await cognito.CreatePoolAsync(settings, Client);
        var signedUp = await pool.AddUserAsync(Email);
        var user = new SrpUser(pool.PoolId, CognitoEmulator.Password);

        var challenge = await BeginAsync(pool, Email, user);
        var parameters = challenge.Body["ChallengeParameters"]!;
        var done = await RespondAsync(pool, user.Answer(parameters, cognito.Clock.GetUtcNow()));

        var name = settings == "{}" ? Email : signedUp["UserSub"];
        Assert.Equal(["ChallengeName", "ChallengeParameters"], challenge.Body.AsObject().Select(each => each.Key));
        Assert.Equal("PASSWORD_VERIFIER", challenge["ChallengeName"]);
        Assert.Equal(
            ["SALT", "SECRET_BLOCK", "SRP_B", "USERNAME", "USER_ID_FOR_SRP"],
            parameters.AsObject().Select(each => each.Key));
        Assert.Equal((name, name), (parameters["USERNAME"]!.ToString(), parameters["USER_ID_FOR_SRP"]!.ToString()));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal(
            ["AccessToken", "ExpiresIn", "TokenType", "RefreshToken", "IdToken"],
            done.Body["AuthenticationResult"]!.AsObject().Select(each => each.Key));
    }

    [Fact]
    public async Task ManyRuns_AllSucceed()
    {
        // A number whose first bit happens to be set, or to be zero, is written differently.
        var pool = await cognito.CreatePoolAsync("{}", Client);
        await pool.AddUserAsync(Email);
        for (var run = 0; run < 25; run++)
        {
            var user = new SrpUser(pool.PoolId, CognitoEmulator.Password);
            var challenge = await BeginAsync(pool, Email, user);
            var done = await RespondAsync(
                pool, user.Answer(challenge.Body["ChallengeParameters"]!, cognito.Clock.GetUtcNow()));
            Assert.Equal(HttpStatusCode.OK, done.Status);
        }
    }

    [Fact]
    public async Task WrongPasswords_CountAsThoseThatAreSent()
    {
        var pool = await cognito.CreatePoolAsync("{}", Client);
        await pool.AddUserAsync(Email);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Equal(Wrong, (await SignInAsync(pool, Email, "wrong")).Fault);
        }

        const string Locked = "400 NotAuthorizedException: Password attempts exceeded";
        Assert.Equal(Locked, (await BeginAsync(pool, Email, new(pool.PoolId, CognitoEmulator.Password))).Fault);
        Assert.Equal(Locked, (await pool.SignInAsync(Email)).Fault);
        cognito.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(pool, Email, CognitoEmulator.Password)).Status);
    }

    [Fact]
    public async Task Proof_WorksOnceInItsTimeAndForItsPassword()
    {
        var pool = await cognito.CreatePoolAsync("{}", Client);
        await pool.AddUserAsync(Email);
        var user = new SrpUser(pool.PoolId, CognitoEmulator.Password);
        var now = cognito.Clock.GetUtcNow();
        var parameters = (await BeginAsync(pool, Email, user)).Body["ChallengeParameters"]!;

        Assert.Equal(
            "400 NotAuthorizedException: Invalid timestamp.",
            (await RespondAsync(pool, user.Answer(parameters, now.AddSeconds(-301)))).Fault);
        Assert.Equal(
            "400 NotAuthorizedException: Invalid timestamp.",
            (await RespondAsync(pool, user.Answer(parameters, now.AddSeconds(301)))).Fault);
        var malformed = user.Answer(parameters, now);
        malformed["TIMESTAMP"] = "2026-01-02T03:04:05Z";
        Assert.Equal(
            "400 InvalidParameterException: TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.",
            (await RespondAsync(pool, malformed)).Fault);
        var answer = user.Answer(parameters, now.AddSeconds(-300));
        Assert.Equal(HttpStatusCode.OK, (await RespondAsync(pool, answer)).Status);
        Assert.Equal(
            "400 NotAuthorizedException: Invalid session for the user, session can only be used once.",
            (await RespondAsync(pool, answer)).Fault);

        parameters = (await BeginAsync(pool, Email, user)).Body["ChallengeParameters"]!;
        await pool.AdminAsync(
            "AdminSetUserPassword", Email, """{"Password":"Battery-Staple-7","Permanent":true}""");
        Assert.Equal(Wrong, (await RespondAsync(pool, user.Answer(parameters, now))).Fault);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(pool, Email, "Battery-Staple-7")).Status);
    }

    [Fact]
    public async Task TamperedAnswers_AreWrong()
    {
        var pool = await cognito.CreatePoolAsync("{}", Client);
        await pool.AddUserAsync(Email);
        var user = new SrpUser(pool.PoolId, CognitoEmulator.Password);
        var now = cognito.Clock.GetUtcNow();

        foreach (var (member, value, fault) in new[]
        {
            ("PASSWORD_CLAIM_SIGNATURE", Convert.ToBase64String(new byte[32]), Wrong),
            ("PASSWORD_CLAIM_SIGNATURE", "not base64", Wrong),
            ("PASSWORD_CLAIM_SECRET_BLOCK", Convert.ToBase64String(new byte[32]),
                "400 NotAuthorizedException: Invalid session for the user."),
        })
        {
            var answer = user.Answer((await BeginAsync(pool, Email, user)).Body["ChallengeParameters"]!, now);
            answer[member] = value;
            Assert.Equal(fault, (await RespondAsync(pool, answer)).Fault);
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("00")]
    [InlineData("xyz")]
    [InlineData("")]
    public async Task PublicValueThatIsATrick_IsRefused(string publicValue)
    {
        var pool = await cognito.CreatePoolAsync("{}", Client);
        await pool.AddUserAsync(Email);

        var reply = await pool.InitiateAuthAsync(
            "USER_SRP_AUTH", new() { ["USERNAME"] = Email, ["SRP_A"] = publicValue });

        Assert.Equal("400 InvalidParameterException: SRP_A is not a valid public value.", reply.Fault);
    }

    [Fact]
    public async Task TemporaryPassword_LeadsToANewOne()
    {
        var pool = await cognito.CreatePoolAsync("{}", Client);
        await pool.AdminAsync(
            "AdminCreateUser", Email, """{"TemporaryPassword":"Temporary-Word-3","MessageAction":"SUPPRESS"}""");

        var reply = await SignInAsync(pool, Email, "Temporary-Word-3");

        Assert.Equal("NEW_PASSWORD_REQUIRED", reply["ChallengeName"]);
    }

    [Fact]
    public async Task UnconfirmedAndDisabledUsers_AreToldSo()
    {
        var pool = await cognito.CreatePoolAsync("{}", Client);
        await pool.SignUpAsync(Email);
        var unconfirmed = await SignInAsync(pool, Email, CognitoEmulator.Password);
        await pool.AdminAsync("AdminDisableUser", Email);

        Assert.Equal("400 UserNotConfirmedException: User is not confirmed.", unconfirmed.Fault);
        Assert.Equal(
            "400 NotAuthorizedException: User is disabled.",
            (await BeginAsync(pool, Email, new(pool.PoolId, "x"))).Fault);
    }

    [Fact]
    public async Task UnknownUser_IsToldByAClientThatTells()
    {
        var pool = await cognito.CreatePoolAsync("{}", Client);

        var reply = await BeginAsync(pool, "nobody@example.com", new(pool.PoolId, "x"));

        Assert.Equal("400 UserNotFoundException: User does not exist.", reply.Fault);
    }

    [Theory]
    [InlineData("{}", "^nobody@example[.]com$")]
    [InlineData("""{"UsernameAttributes":["email"]}""", "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    public async Task UnknownUser_IsPretendedByAClientThatHides(string settings, string identity)
    {
        var pool = await cognito.CreatePoolAsync(settings, Hiding);
        var user = new SrpUser(pool.PoolId, CognitoEmulator.Password);

        var first = (await BeginAsync(pool, "nobody@example.com", user)).Body["ChallengeParameters"]!;
        var second = (await BeginAsync(pool, "nobody@example.com", user)).Body["ChallengeParameters"]!;
        var other = (await BeginAsync(pool, "nobody.else@example.com", user)).Body["ChallengeParameters"]!;
        var answer = await RespondAsync(pool, user.Answer(second, cognito.Clock.GetUtcNow()));

        Assert.Matches(identity, first["USER_ID_FOR_SRP"]!.ToString());
        Assert.Equal(first["USER_ID_FOR_SRP"]!.ToString(), second["USER_ID_FOR_SRP"]!.ToString());
        Assert.Equal(first["SALT"]!.ToString(), second["SALT"]!.ToString());
        Assert.NotEqual(first["SALT"]!.ToString(), other["SALT"]!.ToString());
        Assert.NotEqual(first["SRP_B"]!.ToString(), second["SRP_B"]!.ToString());
        Assert.Equal(Wrong, answer.Fault);
    }

    private static Task<WireReply> BeginAsync(TestPool pool, string username, SrpUser user) =>
        pool.InitiateAuthAsync("USER_SRP_AUTH", new() { ["USERNAME"] = username, ["SRP_A"] = user.PublicHex });

    private static Task<WireReply> RespondAsync(TestPool pool, JsonObject answer) =>
        pool.RespondAsync("PASSWORD_VERIFIER", null, answer.DeepClone().AsObject());

    private async Task<WireReply> SignInAsync(TestPool pool, string username, string password)
    {
        var user = new SrpUser(pool.PoolId, password);
        var challenge = await BeginAsync(pool, username, user);
        return await RespondAsync(
            pool, user.Answer(challenge.Body["ChallengeParameters"]!, cognito.Clock.GetUtcNow()));
    }
}
