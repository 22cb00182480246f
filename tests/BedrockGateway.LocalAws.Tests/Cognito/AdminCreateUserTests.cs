using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Cognito;

/// <summary>Users whom an administrator invites, until they have a password of their own.</summary>
public sealed class AdminCreateUserTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    private const string Email = "someone@example.com";
    private const string Temporary = "Temporary-Word-3";

    private const string Verified = "\"UserAttributes\":[{\"Name\":\"email\",\"Value\":\"someone@example.com\"},"
        + "{\"Name\":\"email_verified\",\"Value\":\"true\"}]";

    [Fact]
    public async Task InvitedUser_SetsAPasswordAtTheFirstSignIn()
    {
        var pool = await cognito.CreatePoolAsync();
        var now = cognito.Clock.GetUtcNow().ToUnixTimeSeconds();

        var created = await pool.AdminAsync(
            "AdminCreateUser", Email, $"{{{Verified}, \"DesiredDeliveryMediums\":[\"EMAIL\"]}}");
        var password = await pool.CodeAsync(Email, "temporaryPassword");
        var challenge = await pool.SignInAsync(Email, password);
        var weak = await AnswerAsync(pool, challenge, "weak");
        var done = await AnswerAsync(pool, challenge, CognitoEmulator.Password);

        Assert.Equal(
            $$$"""
            {"User":{"Username":"{{{Email}}}","Attributes":[{"Name":"email","Value":"{{{Email}}}"},
            {"Name":"email_verified","Value":"true"},{"Name":"sub","Value":"{{{SubOf(created)}}}"}],
            "UserCreateDate":{{{now}}},"UserLastModifiedDate":{{{now}}},"Enabled":true,
            "UserStatus":"FORCE_CHANGE_PASSWORD"}}
            """.ReplaceLineEndings(""),
            created.Body.ToJsonString());
        Assert.Contains(
            $"temporary password sent: {password} to {Email} of user pool {pool.PoolId}", cognito.Log.Lines);
        Assert.Equal(
            ["ChallengeName", "Session", "ChallengeParameters"],
            challenge.Body.AsObject().Select(member => member.Key));
        Assert.Equal("NEW_PASSWORD_REQUIRED", challenge["ChallengeName"]);
        var parameters = challenge.Body["ChallengeParameters"]!;
        Assert.Equal(
            ["USER_ID_FOR_SRP", "requiredAttributes", "userAttributes"],
            parameters.AsObject().Select(member => member.Key));
        Assert.Equal(Email, parameters["USER_ID_FOR_SRP"]!.ToString());
        Assert.Equal("[]", parameters["requiredAttributes"]!.ToString());
        Assert.Equal(
            $$"""{"email":"{{Email}}","email_verified":"true"}""", parameters["userAttributes"]!.ToString());
        Assert.Equal(
            "400 InvalidPasswordException: Password did not conform with policy: Password not long enough", weak.Fault);
        Assert.Equal(
            ["ChallengeParameters", "AuthenticationResult"], done.Body.AsObject().Select(member => member.Key));
        Assert.Equal("CONFIRMED", (await pool.AdminAsync("AdminGetUser", Email))["UserStatus"]);
        var left = await cognito.GetAsync($"/_local/cognito/codes?email={Email}");
        Assert.DoesNotContain(left.Body.AsArray(), code => code!["userPoolId"]!.ToString() == pool.PoolId);
    }

    [Fact]
    public async Task RequiredAttributes_ComeWithTheNewPassword()
    {
        var pool = await cognito.CreatePoolAsync("""
            {"Schema":[{"Name":"email","Required":true,"Mutable":true},{"Name":"name","Required":true,"Mutable":true}]}
            """, """{"ReadAttributes":null}""");
        await pool.AdminAsync("AdminCreateUser", Email, Body("SUPPRESS"));
        var challenge = await pool.SignInAsync(Email, Temporary);

        var without = await AnswerAsync(pool, challenge, CognitoEmulator.Password);
        var unauthorized = await AnswerAsync(pool, challenge, CognitoEmulator.Password, "locale", "en");
        var with = await AnswerAsync(pool, challenge, CognitoEmulator.Password, "name", "Some One");

        Assert.Equal(
            """["userAttributes.name"]""", challenge.Body["ChallengeParameters"]!["requiredAttributes"]!.ToString());
        Assert.Equal(
            "400 InvalidParameterException: Attributes did not conform to the schema: "
            + "name: The attribute is required\n",
            without.Fault);
        Assert.Equal(
            "400 NotAuthorizedException: A client attempted to write unauthorized attribute", unauthorized.Fault);
        Assert.Equal(HttpStatusCode.OK, with.Status);
        Assert.Equal("Some One", (await pool.AttributesAsync(Email))["name"]);
    }

    [Fact]
    public async Task SuppressedInvitation_TellsNobody()
    {
        var pool = await cognito.CreatePoolAsync();

        await pool.AdminAsync("AdminCreateUser", Email, Body("SUPPRESS"));

        var codes = await cognito.GetAsync($"/_local/cognito/codes?email={Email}");
        Assert.DoesNotContain(codes.Body.AsArray(), code => code!["userPoolId"]!.ToString() == pool.PoolId);
        Assert.DoesNotContain(
            cognito.Log.Lines, line => line.EndsWith($"of user pool {pool.PoolId}", StringComparison.Ordinal));
        Assert.Equal("NEW_PASSWORD_REQUIRED", (await pool.SignInAsync(Email, Temporary))["ChallengeName"]);
    }

    [Fact]
    public async Task TemporaryPassword_ExpiresAndIsRenewedByAnotherInvitation()
    {
        var pool = await cognito.CreatePoolAsync(
            """{"Policies":{"PasswordPolicy":{"MinimumLength":8,"TemporaryPasswordValidityDays":2}}}""");
        await pool.AdminAsync("AdminCreateUser", Email, Body("SUPPRESS"));
        cognito.Clock.Advance(TimeSpan.FromDays(2));

        var late = await pool.SignInAsync(Email, Temporary);
        var resent = await pool.AdminAsync("AdminCreateUser", Email, """{"MessageAction":"RESEND"}""");
        var old = await pool.SignInAsync(Email, Temporary);
        var renewed = await pool.SignInAsync(Email, await pool.CodeAsync(Email, "temporaryPassword"));

        Assert.Equal(
            "400 NotAuthorizedException: Temporary password has expired and must be reset by an administrator.",
            late.Fault);
        Assert.Equal("FORCE_CHANGE_PASSWORD", resent.Body["User"]!["UserStatus"]!.ToString());
        Assert.Equal("400 NotAuthorizedException: Incorrect username or password.", old.Fault);
        Assert.Equal("NEW_PASSWORD_REQUIRED", renewed["ChallengeName"]);
    }

    [Fact]
    public async Task UserWhoCannotBeInvited_IsRefused()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync(Email);

        Assert.Equal(
            "400 UsernameExistsException: User account already exists",
            (await pool.AdminAsync("AdminCreateUser", Email)).Fault);
        Assert.Equal(
            $"400 UnsupportedUserStateException: Resend not possible. {Email} status is not FORCE_CHANGE_PASSWORD",
            (await pool.AdminAsync("AdminCreateUser", Email, """{"MessageAction":"RESEND"}""")).Fault);
        Assert.Equal(
            "400 UserNotFoundException: User does not exist.",
            (await pool.AdminAsync("AdminCreateUser", "nobody", """{"MessageAction":"RESEND"}""")).Fault);
        Assert.Equal(
            "400 InvalidPasswordException: Password did not conform with password policy: Password must have numeric "
            + "characters",
            (await pool.AdminAsync("AdminCreateUser", "new", """{"TemporaryPassword":"Without-Digits"}""")).Fault);
        Assert.Equal(
            "400 InvalidParameterException: 1 validation error detected: Value 'WHISPER' at 'messageAction' failed to "
            + "satisfy constraint: Member must satisfy enum value set: [RESEND, SUPPRESS]",
            (await pool.AdminAsync("AdminCreateUser", "new", """{"MessageAction":"WHISPER"}""")).Fault);
    }

    [Fact]
    public async Task PreSignUpFunction_MayRefuseAndIsToldWhoMadeTheUser()
    {
        JsonObject? told = null;
        var arn = cognito.Functions.Add(nameof(PreSignUpFunction_MayRefuseAndIsToldWhoMadeTheUser), question =>
        {
            told = question;
            return question["userName"]!.ToString() == Email
                ? FakeFunctions.Returns("""{"response":{"autoConfirmUser":true}}""")
                : FakeFunctions.Fails("""{"errorMessage":"Not this one"}""");
        });
        var pool = await cognito.CreatePoolAsync($$$"""{"LambdaConfig":{"PreSignUp":"{{{arn}}}"}}""");

        var accepted = await pool.AdminAsync("AdminCreateUser", Email);
        var refused = await pool.AdminAsync("AdminCreateUser", "another@example.com");

        Assert.Equal("FORCE_CHANGE_PASSWORD", accepted.Body["User"]!["UserStatus"]!.ToString());
        Assert.Equal("400 UserLambdaValidationException: PreSignUp failed with error Not this one.", refused.Fault);
        Assert.Equal("PreSignUp_AdminCreateUser", told!["triggerSource"]!.ToString());
        Assert.Equal("CLIENT_ID_NOT_APPLICABLE", told["callerContext"]!["clientId"]!.ToString());
        Assert.Equal(
            "400 UserNotFoundException: User does not exist.",
            (await pool.AdminAsync("AdminGetUser", "another@example.com")).Fault);
    }

    [Fact]
    public async Task PoolOfAddresses_CallsInvitedUsersByTheirSub()
    {
        var pool = await cognito.CreatePoolAsync("""{"UsernameAttributes":["email"]}""");

        var created = await pool.AdminAsync("AdminCreateUser", Email);
        var wrong = await pool.AdminAsync("AdminCreateUser", "someone");

        Assert.Equal(SubOf(created), created.Body["User"]!["Username"]!.ToString());
        Assert.Equal(
            "NEW_PASSWORD_REQUIRED",
            (await pool.SignInAsync(Email, await pool.CodeAsync(Email, "temporaryPassword")))["ChallengeName"]);
        Assert.Equal("400 InvalidParameterException: Username should be an email.", wrong.Fault);
    }

    private static string Body(string action) =>
        $"{{{Verified},\"TemporaryPassword\":\"{Temporary}\",\"MessageAction\":\"{action}\"}}";

    private static string SubOf(WireReply created) => created.Body["User"]!["Attributes"]!.AsArray()
        .Single(attribute => attribute!["Name"]!.ToString() == "sub")!["Value"]!.ToString();

    private static Task<WireReply> AnswerAsync(
        TestPool pool, WireReply challenge, string password, string? attribute = null, string? value = null)
    {
        var responses = new JsonObject { ["USERNAME"] = Email, ["NEW_PASSWORD"] = password };
        if (attribute is not null)
        {
            responses[$"userAttributes.{attribute}"] = value;
        }

        return pool.RespondAsync("NEW_PASSWORD_REQUIRED", challenge.Body["Session"], responses);
    }
}
