using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Cognito.Mfa;

namespace BedrockGateway.LocalAws.Tests.Cognito;

/// <summary>Authenticator apps: set up, asked for, and turned off.</summary>
public sealed class SoftwareTokenTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    private const string Email = "someone@example.com";
    private const string Optional = """{"MfaConfiguration":"OPTIONAL","EnabledMfas":["SOFTWARE_TOKEN_MFA"]}""";
    private const string Required = """{"MfaConfiguration":"ON","EnabledMfas":["SOFTWARE_TOKEN_MFA"]}""";
    private const string On = """{"SoftwareTokenMfaSettings":{"Enabled":true,"PreferredMfa":true}}""";
    private const string Off = """{"SoftwareTokenMfaSettings":{"Enabled":false}}""";
    private const string Used = "400 ExpiredCodeException: Your software token has already been used once.";
    private const string Mismatch = "400 CodeMismatchException: Invalid code received for user";

    [Fact]
    public async Task App_IsSetUpAndThenAskedFor()
    {
        var pool = await cognito.CreatePoolAsync(Optional);
        await pool.AddUserAsync(Email);
        var tokens = await pool.TokensAsync(Email);

        var early = await pool.OwnAsync("SetUserMFAPreference", tokens, On);
        var associated = await pool.OwnAsync("AssociateSoftwareToken", tokens);
        var unverified = await pool.OwnAsync("SetUserMFAPreference", tokens, On);
        var wrong = await VerifyAsync(pool, tokens, "000000", associated["SecretCode"]);
        var verified = await VerifyAsync(pool, tokens, Code(associated["SecretCode"]));
        var withoutPreference = await pool.SignInAsync(Email);
        var preferred = await pool.OwnAsync("SetUserMFAPreference", tokens, On);
        var challenge = await pool.SignInAsync(Email);

        Assert.Equal("400 InvalidParameterException: User has not set up software token mfa", early.Fault);
        Assert.Equal(["SecretCode"], associated.Body.AsObject().Select(member => member.Key));
        Assert.Equal("400 InvalidParameterException: User has not verified software token mfa", unverified.Fault);
        Assert.Equal(
            "400 EnableSoftwareTokenMFAException: Code mismatch and fail enable Software Token MFA", wrong.Fault);
        Assert.Equal("""{"Status":"SUCCESS"}""", verified.Body.ToJsonString());
        Assert.NotNull(withoutPreference.Body["AuthenticationResult"]);
        Assert.Equal("{}", preferred.Body.ToJsonString());
        Assert.Equal("SOFTWARE_TOKEN_MFA", challenge["ChallengeName"]);
        Assert.Equal(
            $$"""{"USER_ID_FOR_SRP":"{{Email}}"}""", challenge.Body["ChallengeParameters"]!.ToJsonString());
        Assert.Null(challenge.Body["AuthenticationResult"]);
        foreach (var described in new[]
        {
            await pool.AdminAsync("AdminGetUser", Email), await pool.OwnAsync("GetUser", tokens),
        })
        {
            Assert.Equal("SOFTWARE_TOKEN_MFA", described["PreferredMfaSetting"]);
            Assert.Equal("""["SOFTWARE_TOKEN_MFA"]""", described.Body["UserMFASettingList"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task Code_WorksOnceAndAWrongOneMayBeCorrected()
    {
        var (pool, _, secret) = await PoolWithAppAsync(Optional);
        var challenge = await pool.SignInAsync(Email);

        var spent = await AnswerAsync(pool, challenge, Code(secret));
        cognito.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = Code(secret);
        var wrong = await AnswerAsync(pool, challenge, code == "000000" ? "111111" : "000000");
        var right = await AnswerAsync(pool, challenge, code);
        var again = await AnswerAsync(pool, await pool.SignInAsync(Email), code);

        Assert.Equal(Used, spent.Fault);
        Assert.Equal(Mismatch, wrong.Fault);
        Assert.NotNull(right.Body["AuthenticationResult"]!["IdToken"]);
        Assert.Equal(Used, again.Fault);
    }

    [Fact]
    public async Task WrongCodes_LockTheUserAsWrongPasswordsDo()
    {
        const string Locked = "400 NotAuthorizedException: Password attempts exceeded";
        var (pool, _, secret) = await PoolWithAppAsync(Optional);
        cognito.Clock.Advance(TimeSpan.FromMinutes(1));
        var wrong = Code(secret) == "000000" ? "111111" : "000000";
        for (var attempt = 0; attempt < 5; attempt++)
        {
            // A right password in between does not start the count anew.
            Assert.Equal(Mismatch, (await AnswerAsync(pool, await pool.SignInAsync(Email), wrong)).Fault);
        }

        Assert.Equal(Locked, (await pool.SignInAsync(Email)).Fault);
        cognito.Clock.Advance(TimeSpan.FromSeconds(1));
        var challenge = await pool.SignInAsync(Email);
        Assert.NotNull((await AnswerAsync(pool, challenge, Code(secret))).Body["AuthenticationResult"]);
    }

    [Fact]
    public async Task AppThatIsTurnedOff_IsNotAskedFor()
    {
        var (pool, tokens, _) = await PoolWithAppAsync(Optional);

        await pool.OwnAsync("SetUserMFAPreference", tokens, Off);
        var off = await pool.SignInAsync(Email);
        var described = await pool.AdminAsync("AdminGetUser", Email);
        var on = await pool.AdminAsync("AdminSetUserMFAPreference", Email, On);
        var challenge = await pool.SignInAsync(Email);
        await pool.AdminAsync("AdminSetUserMFAPreference", Email, Off);

        Assert.NotNull(off.Body["AuthenticationResult"]);
        Assert.Null(described.Body["UserMFASettingList"]);
        Assert.Null(described.Body["PreferredMfaSetting"]);
        Assert.Equal("{}", on.Body.ToJsonString());
        Assert.Equal("SOFTWARE_TOKEN_MFA", challenge["ChallengeName"]);
        Assert.NotNull((await pool.SignInAsync(Email)).Body["AuthenticationResult"]);
    }

    [Fact]
    public async Task PoolThatRequiresMfa_HasAnAppSetUpBeforeTheFirstTokens()
    {
        var pool = await cognito.CreatePoolAsync(Required);
        await pool.AddUserAsync(Email);

        var challenge = await pool.SignInAsync(Email);
        var early = await pool.RespondAsync("MFA_SETUP", challenge.Body["Session"], new() { ["USERNAME"] = Email });
        var associated = await SessionAsync("AssociateSoftwareToken", challenge);
        var secret = associated["SecretCode"];
        var wrong = await SessionAsync("VerifySoftwareToken", associated, Other(secret));
        var verified = await SessionAsync("VerifySoftwareToken", associated, Code(secret));
        var reused = await SessionAsync("AssociateSoftwareToken", challenge);
        var done = await pool.RespondAsync("MFA_SETUP", verified.Body["Session"], new() { ["USERNAME"] = Email });

        Assert.Equal("MFA_SETUP", challenge["ChallengeName"]);
        Assert.Equal(
            """["SOFTWARE_TOKEN_MFA"]""", challenge.Body["ChallengeParameters"]!["MFAS_CAN_SETUP"]!.ToString());
        Assert.Equal("400 InvalidParameterException: User has not verified software token mfa", early.Fault);
        Assert.Equal(
            "400 EnableSoftwareTokenMFAException: Code mismatch and fail enable Software Token MFA", wrong.Fault);
        Assert.Equal("SUCCESS", verified["Status"]);
        Assert.Equal(
            "400 NotAuthorizedException: Invalid session for the user, session can only be used once.", reused.Fault);
        Assert.NotNull(done.Body["AuthenticationResult"]!["AccessToken"]);
        Assert.Equal("SOFTWARE_TOKEN_MFA", (await pool.SignInAsync(Email))["ChallengeName"]);
        Assert.Equal(
            """["SOFTWARE_TOKEN_MFA"]""",
            (await pool.AdminAsync("AdminGetUser", Email)).Body["UserMFASettingList"]!.ToJsonString());
    }

    [Fact]
    public async Task PoolThatRequiresMfa_AsksInvitedUsersForPasswordAndApp()
    {
        var pool = await cognito.CreatePoolAsync(Required);
        await pool.AdminAsync(
            "AdminCreateUser", Email, $$"""{"UserAttributes":[{"Name":"email","Value":"{{Email}}"}]}""");
        var first = await pool.SignInAsync(Email, await pool.CodeAsync(Email, "temporaryPassword"));

        var second = await pool.RespondAsync("NEW_PASSWORD_REQUIRED", first.Body["Session"], new()
        {
            ["USERNAME"] = Email,
            ["NEW_PASSWORD"] = CognitoEmulator.Password,
        });

        Assert.Equal("MFA_SETUP", second["ChallengeName"]);
    }

    [Fact]
    public async Task AnotherApp_ReplacesTheFirstWhenItIsVerified()
    {
        var (pool, tokens, first) = await PoolWithAppAsync(Optional);
        cognito.Clock.Advance(TimeSpan.FromSeconds(60));
        var second = (await pool.OwnAsync("AssociateSoftwareToken", tokens))["SecretCode"];
        var withOld = await AnswerAsync(pool, await pool.SignInAsync(Email), Code(first));
        await VerifyAsync(pool, tokens, Code(second));
        cognito.Clock.Advance(TimeSpan.FromSeconds(60));

        var challenge = await pool.SignInAsync(Email);

        Assert.NotNull(withOld.Body["AuthenticationResult"]);
        Assert.Equal(Mismatch, (await AnswerAsync(pool, challenge, Code(first))).Fault);
        Assert.NotNull((await AnswerAsync(pool, challenge, Code(second))).Body["AuthenticationResult"]);
    }

    [Fact]
    public async Task PoolWithoutMfa_HasNoApps()
    {
        const string None =
            "400 SoftwareTokenMFANotFoundException: Software Token MFA has not been enabled by the userPool";
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync(Email);
        var tokens = await pool.TokensAsync(Email);

        Assert.Equal(None, (await pool.OwnAsync("AssociateSoftwareToken", tokens)).Fault);
        Assert.Equal(None, (await VerifyAsync(pool, tokens, "123456")).Fault);
        Assert.Equal(
            "400 InvalidParameterException: 1 validation error detected: Value at 'userCode' failed to satisfy "
            + "constraint: Member must have length greater than or equal to 6",
            (await VerifyAsync(pool, tokens, "123")).Fault);
        Assert.Equal(
            "400 InvalidParameterException: Either an access token or a session is required.",
            (await cognito.CallAsync("AssociateSoftwareToken", new JsonObject())).Fault);
        Assert.Equal(
            "501 NotImplemented: LocalAws does not emulate cognito-idp:SMSMfaSettings.",
            (await pool.OwnAsync("SetUserMFAPreference", tokens, """{"SMSMfaSettings":{"Enabled":true}}""")).Fault);
    }

    [Fact]
    public async Task PoolsRule_ChangesByItsOperation()
    {
        const string Config = """{"SoftwareTokenMfaConfiguration":{"Enabled":true},"MfaConfiguration":"OPTIONAL"}""";
        var pool = await cognito.CreatePoolAsync();

        var before = await PoolAsync(pool, "GetUserPoolMfaConfig");
        var set = await PoolAsync(pool, "SetUserPoolMfaConfig", Config);
        var after = await PoolAsync(pool, "GetUserPoolMfaConfig");
        var described = await PoolAsync(pool, "DescribeUserPool");

        Assert.Equal("""{"MfaConfiguration":"OFF"}""", before.Body.ToJsonString());
        Assert.Equal(Config, set.Body.ToJsonString());
        Assert.Equal(Config, after.Body.ToJsonString());
        Assert.Equal("OPTIONAL", described.Body["UserPool"]!["MfaConfiguration"]!.ToString());
        Assert.Equal(
            "400 InvalidParameterException: Invalid MFA configuration given, can't turn off MFA and configure an MFA "
            + "together.",
            (await PoolAsync(
                pool, "SetUserPoolMfaConfig", """{"SoftwareTokenMfaConfiguration":{"Enabled":true}}""")).Fault);
        Assert.Equal(
            "400 InvalidParameterException: Invalid MFA configuration given, can't disable all MFAs and require MFA.",
            (await PoolAsync(pool, "SetUserPoolMfaConfig", """{"MfaConfiguration":"ON"}""")).Fault);
        Assert.Equal(
            "501 NotImplemented: LocalAws does not emulate cognito-idp:EmailMfaConfiguration.",
            (await PoolAsync(
                pool, "SetUserPoolMfaConfig", """{"MfaConfiguration":"ON","EmailMfaConfiguration":{}}""")).Fault);
    }

    private static Task<WireReply> AnswerAsync(TestPool pool, WireReply challenge, string code) =>
        pool.RespondAsync("SOFTWARE_TOKEN_MFA", challenge.Body["Session"], new()
        {
            ["USERNAME"] = Email,
            ["SOFTWARE_TOKEN_MFA_CODE"] = code,
        });

    private Task<WireReply> VerifyAsync(TestPool pool, JsonNode tokens, string code, string? secret = null) =>
        pool.OwnAsync(
            "VerifySoftwareToken",
            tokens,
            $$"""{"UserCode":"{{(secret is null ? code : Other(secret))}}","FriendlyDeviceName":"phone"}""");

    private Task<WireReply> SessionAsync(string operation, WireReply before, string? code = null)
    {
        var body = new JsonObject { ["Session"] = before.Body["Session"]!.DeepClone() };
        if (code is not null)
        {
            body["UserCode"] = code;
        }

        return cognito.CallAsync(operation, body);
    }

    private Task<WireReply> PoolAsync(TestPool pool, string operation, string more = "{}")
    {
        var body = JsonNode.Parse(more)!.AsObject();
        body["UserPoolId"] = pool.PoolId;
        return cognito.CallAsync(operation, body);
    }

    private string Code(string secret) => Totp.CodeAt(secret, cognito.Clock.GetUtcNow());

    /// <summary>A code that is wrong now.</summary>
    private string Other(string secret) => Totp.CodeAt(secret, cognito.Clock.GetUtcNow().AddHours(1));

    private async Task<(TestPool Pool, JsonNode Tokens, string Secret)> PoolWithAppAsync(string settings)
    {
        var pool = await cognito.CreatePoolAsync(settings);
        await pool.AddUserAsync(Email);
        var tokens = await pool.TokensAsync(Email);
        var secret = (await pool.OwnAsync("AssociateSoftwareToken", tokens))["SecretCode"];
        Assert.Equal(HttpStatusCode.OK, (await VerifyAsync(pool, tokens, Code(secret))).Status);
        Assert.Equal(HttpStatusCode.OK, (await pool.OwnAsync("SetUserMFAPreference", tokens, On)).Status);
        return (pool, tokens, secret);
    }
}
