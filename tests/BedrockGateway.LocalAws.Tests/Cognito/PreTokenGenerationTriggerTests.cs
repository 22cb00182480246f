using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Cognito.Mfa;
using BedrockGateway.LocalAws.Lambda;

namespace BedrockGateway.LocalAws.Tests.Cognito;

public sealed class PreTokenGenerationTriggerTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    private const string Email = "someone@example.com";

    [Fact]
    public async Task Function_IsToldWhatCognitoTells()
    {
        JsonObject? told = null;
        var pool = await PoolAsync(question =>
        {
            told = question;
            return FakeFunctions.Returns(question.ToJsonString());
        });
        var signedUp = await pool.AddUserAsync(Email);
        await cognito.CallAsync("CreateGroup", new JsonObject
        {
            ["UserPoolId"] = pool.PoolId,
            ["GroupName"] = "admins",
            ["RoleArn"] = "arn:aws:iam::123456789012:role/admin",
        });
        await pool.AdminAsync("AdminAddUserToGroup", Email, """{"GroupName":"admins"}""");

        var tokens = await pool.TokensAsync(Email);

        Assert.Equal(
            $$$"""
            {"version":"1","region":"eu-west-1","userPoolId":"{{{pool.PoolId}}}","userName":"{{{Email}}}",
            "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"{{{pool.ClientId}}}"},
            "triggerSource":"TokenGeneration_Authentication","request":{"userAttributes":{"email":"{{{Email}}}",
            "email_verified":"false","sub":"{{{signedUp["UserSub"]}}}","cognito:user_status":"CONFIRMED"},
            "groupConfiguration":{"groupsToOverride":["admins"],
            "iamRolesToOverride":["arn:aws:iam::123456789012:role/admin"],
            "preferredRole":"arn:aws:iam::123456789012:role/admin"}},"response":{"claimsOverrideDetails":null}}
            """.ReplaceLineEndings(""),
            told!.ToJsonString());
        Assert.Equal("""["admins"]""", Claims(pool, tokens, "IdToken")["cognito:groups"]!.ToJsonString());
    }

    [Fact]
    public async Task Claims_AreAddedReplacedAndSuppressedInTheIdToken()
    {
        var pool = await PoolAsync(_ => FakeFunctions.Returns("""
            {"response":{"claimsOverrideDetails":{
              "claimsToAddOrOverride":{"plan":"gold","email":"masked@example.com","sub":"forged","iss":"forged",
                                       "token_use":"access","aud":"forged","cognito:username":"forged"},
              "claimsToSuppress":["email_verified","exp","plan2"]}}}
            """));
        var signedUp = await pool.AddUserAsync(Email);

        var tokens = await pool.TokensAsync(Email);
        var (id, access) = (Claims(pool, tokens, "IdToken"), Claims(pool, tokens, "AccessToken"));

        Assert.Equal(("gold", "masked@example.com"), (id["plan"]!.ToString(), id["email"]!.ToString()));
        Assert.Null(id["email_verified"]);
        Assert.NotNull(id["exp"]);
        Assert.Equal(
            (signedUp["UserSub"], "id", pool.ClientId, Email),
            (id["sub"]!.ToString(), id["token_use"]!.ToString(), id["aud"]!.ToString(),
                id["cognito:username"]!.ToString()));
        Assert.Null(access["plan"]);
    }

    [Theory]
    [InlineData("""{"groupsToOverride":["a","b"],"iamRolesToOverride":["r"],"preferredRole":"r"}""", """["a","b"]""")]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public async Task Groups_AreReplacedInBothTokens(string groups, string? claim)
    {
        var pool = await PoolAsync(_ => FakeFunctions.Returns(
            $$"""{"response":{"claimsOverrideDetails":{"groupOverrideDetails":{{groups}} } } }"""));
        await pool.AddUserAsync(Email);
        await cognito.CallAsync(
            "CreateGroup", new JsonObject { ["UserPoolId"] = pool.PoolId, ["GroupName"] = "admins" });
        await pool.AdminAsync("AdminAddUserToGroup", Email, """{"GroupName":"admins"}""");

        var tokens = await pool.TokensAsync(Email);

        Assert.Equal(claim, Claims(pool, tokens, "IdToken")["cognito:groups"]?.ToJsonString());
        Assert.Equal(claim, Claims(pool, tokens, "AccessToken")["cognito:groups"]?.ToJsonString());
        Assert.Equal(claim is null ? null : "r", Claims(pool, tokens, "IdToken")["cognito:preferred_role"]?.ToString());
    }

    [Fact]
    public async Task EveryFlowThatMakesTokens_AsksTheFunction()
    {
        var told = new List<JsonObject>();
        var pool = await PoolAsync(
            question =>
            {
                told.Add(question);
                return FakeFunctions.Returns(question.ToJsonString());
            },
            """{"ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH","ALLOW_USER_SRP_AUTH","ALLOW_REFRESH_TOKEN_AUTH"]}""",
            ""","MfaConfiguration":"OPTIONAL","EnabledMfas":["SOFTWARE_TOKEN_MFA"]""");
        await pool.AdminAsync(
            "AdminCreateUser", Email, """{"TemporaryPassword":"Temporary-Word-3","MessageAction":"SUPPRESS"}""");
        await pool.AdminAsync(
            "AdminUpdateUserAttributes", Email, $$"""{"UserAttributes":[{"Name":"email","Value":"{{Email}}"}]}""");

        var challenge = await pool.SignInAsync(Email, "Temporary-Word-3");
        Assert.Empty(told);
        var answer = new JsonObject { ["USERNAME"] = Email, ["NEW_PASSWORD"] = CognitoEmulator.Password };
        var first = await pool.CallAsync("RespondToAuthChallenge", new()
        {
            ["ChallengeName"] = "NEW_PASSWORD_REQUIRED",
            ["Session"] = challenge["Session"],
            ["ChallengeResponses"] = answer,
            ["ClientMetadata"] = new JsonObject { ["source"] = "page" },
        });
        var tokens = first.Body["AuthenticationResult"]!;
        await pool.RefreshAsync(tokens["RefreshToken"]!.ToString());
        await pool.TokensAsync(Email);
        var srp = new SrpUser(pool.PoolId, CognitoEmulator.Password);
        var verifier = await pool.InitiateAuthAsync(
            "USER_SRP_AUTH", new() { ["USERNAME"] = Email, ["SRP_A"] = srp.PublicHex });
        await pool.RespondAsync(
            "PASSWORD_VERIFIER",
            null,
            srp.Answer(verifier.Body["ChallengeParameters"]!, cognito.Clock.GetUtcNow()));
        await SetUpAppAsync(pool, tokens);

        Assert.Equal(
            [
                "TokenGeneration_NewPasswordChallenge", "TokenGeneration_RefreshTokens",
                "TokenGeneration_Authentication", "TokenGeneration_Authentication", "TokenGeneration_Authentication",
            ],
            told.Select(question => question["triggerSource"]!.ToString()));
        Assert.Equal("""{"source":"page"}""", told[0]["request"]!["clientMetadata"]!.ToJsonString());
        Assert.Null(told[1]["request"]!["clientMetadata"]);
    }

    [Fact]
    public async Task FunctionThatRefuses_EndsSignInAndRefresh()
    {
        var refuses = false;
        var pool = await PoolAsync(question => refuses
            ? FakeFunctions.Fails("""{"errorMessage":"Your address changed"}""")
            : FakeFunctions.Returns(question.ToJsonString()));
        await pool.AddUserAsync(Email);
        var tokens = await pool.TokensAsync(Email);
        refuses = true;

        const string Refused =
            "400 UserLambdaValidationException: PreTokenGeneration failed with error Your address changed.";
        Assert.Equal(Refused, (await pool.SignInAsync(Email)).Fault);
        Assert.Equal(Refused, (await pool.RefreshAsync(tokens["RefreshToken"]!.ToString())).Fault);
    }

    [Theory]
    [InlineData("""{"response":{"claimsOverrideDetails":"all"}}""")]
    [InlineData("""{"response":{"claimsOverrideDetails":{"claimsToAddOrOverride":{"level":5}}}}""")]
    [InlineData("""{"response":{"claimsOverrideDetails":{"claimsToSuppress":"email"}}}""")]
    [InlineData("""{"response":{"claimsOverrideDetails":{"groupOverrideDetails":[]}}}""")]
    [InlineData("[]")]
    public async Task AnswerThatIsNotTheEvent_IsUnrecognizable(string answer)
    {
        var pool = await PoolAsync(_ => FakeFunctions.Returns(answer));
        await pool.AddUserAsync(Email);

        Assert.Equal(
            "400 InvalidLambdaResponseException: Unrecognizable lambda output", (await pool.SignInAsync(Email)).Fault);
    }

    [Fact]
    public async Task FunctionWithAVersion_IsAskedInTheFirst()
    {
        var arn = cognito.Functions.Add(
            "versioned",
            _ => FakeFunctions.Returns(
                """{"response":{"claimsOverrideDetails":{"claimsToAddOrOverride":{"v":"1"}}}}"""));
        var pool = await cognito.CreatePoolAsync(
            $$$$"""{"LambdaConfig":{"PreTokenGenerationConfig":{"LambdaVersion":"V1_0","LambdaArn":"{{{{arn}}}}"}}}""");
        await pool.AddUserAsync(Email);

        Assert.Equal("1", Claims(pool, await pool.TokensAsync(Email), "IdToken")["v"]!.ToString());
    }

    [Theory]
    [InlineData("AdminDisableUser", "400 NotAuthorizedException: User is disabled.")]
    [InlineData("AdminDeleteUser", "400 UserNotFoundException: User does not exist.")]
    public async Task UserWhoGoesWhileTheFunctionThinks_GetsNoTokens(string operation, string fault)
    {
        var asked = new TaskCompletionSource();
        var answer = new TaskCompletionSource<LambdaResult>();
        var arn = cognito.Functions.Add($"slow-{operation}", (_, _) =>
        {
            asked.SetResult();
            return answer.Task;
        });
        var pool = await cognito.CreatePoolAsync($$$"""{"LambdaConfig":{"PreTokenGeneration":"{{{arn}}}"}}""");
        await pool.AddUserAsync(Email);

        var signingIn = pool.SignInAsync(Email);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await pool.AdminAsync(operation, Email);
        // Somebody else of the same name is not the one who signs in.
        await pool.SignUpAsync(Email);
        answer.SetResult(FakeFunctions.Returns("""{"response":{}}"""));

        Assert.Equal(fault, (await signingIn).Fault);
    }

    private async Task SetUpAppAsync(TestPool pool, JsonNode tokens)
    {
        var secret = (await pool.OwnAsync("AssociateSoftwareToken", tokens))["SecretCode"];
        var code = Totp.CodeAt(secret, cognito.Clock.GetUtcNow());
        await pool.OwnAsync("VerifySoftwareToken", tokens, $$"""{"UserCode":"{{code}}"}""");
        await pool.OwnAsync(
            "SetUserMFAPreference", tokens, """{"SoftwareTokenMfaSettings":{"Enabled":true,"PreferredMfa":true}}""");
        cognito.Clock.Advance(TimeSpan.FromSeconds(30));
        var reply = await pool.RespondAsync("SOFTWARE_TOKEN_MFA", (await pool.SignInAsync(Email)).Body["Session"], new()
        {
            ["USERNAME"] = Email,
            ["SOFTWARE_TOKEN_MFA_CODE"] = Totp.CodeAt(secret, cognito.Clock.GetUtcNow()),
        });
        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    private Task<TestPool> PoolAsync(
        Func<JsonObject, LambdaResult> function,
        string client = "{}",
        string settings = "",
        [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        var arn = cognito.Functions.Add(name, function);
        return cognito.CreatePoolAsync(
            $$$"""{"LambdaConfig":{"PreTokenGeneration":"{{{arn}}}"}{{{settings}}}}""", client);
    }

    private JsonObject Claims(TestPool pool, JsonNode tokens, string token) =>
        cognito.Tokens.Verify([pool.Pool.Attributes["Arn"]], tokens[token]!.ToString()).Claims!;
}
