using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Cognito;

/// <summary>What users change of themselves, and the addresses they prove.</summary>
public sealed class OwnAttributeTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    private const string Email = "someone@example.com";

    [Theory]
    [InlineData(
        "custom:api_key", "mine", "400 NotAuthorizedException: A client attempted to write unauthorized attribute")]
    [InlineData(
        "email_verified", "true", "400 NotAuthorizedException: A client attempted to write unauthorized attribute")]
    [InlineData("sub", "x", "400 NotAuthorizedException: A client attempted to write unauthorized attribute")]
    [InlineData("email", "x", "400 InvalidParameterException: Invalid email address format.")]
    public async Task AttributeThatTheClientMayNotWriteSo_IsRefused(string name, string value, string fault)
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync(Email);

        var reply = await UpdateAsync(pool, await pool.TokensAsync(Email), name, value);

        Assert.Equal(fault, reply.Fault);
        Assert.Equal(["email", "email_verified", "sub"], (await pool.AttributesAsync(Email)).Keys.Order());
    }

    [Fact]
    public async Task Name_ChangesAndGoes()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync(Email);
        var tokens = await pool.TokensAsync(Email);

        var set = await UpdateAsync(pool, tokens, "name", "Some One");
        var named = await pool.AttributesAsync(Email);
        await UpdateAsync(pool, tokens, "name", string.Empty);

        Assert.Equal("""{"CodeDeliveryDetailsList":[]}""", set.Body.ToJsonString());
        Assert.Equal("Some One", named["name"]);
        Assert.DoesNotContain("name", (await pool.AttributesAsync(Email)).Keys);
    }

    [Fact]
    public async Task NewAddress_IsUnverifiedUntilItsCodeComesBack()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddVerifiedUserAsync(Email);
        var tokens = await pool.TokensAsync(Email);

        var changed = await UpdateAsync(pool, tokens, "email", "new@example.com");
        var before = await pool.AttributesAsync(Email);
        var code = await pool.CodeAsync("new@example.com", "attribute");
        var wrong = await VerifyAsync(pool, tokens, code + "0");
        var right = await VerifyAsync(pool, tokens, code);
        var after = await pool.AttributesAsync(Email);
        var again = await VerifyAsync(pool, tokens, code);

        Assert.Equal(
            """{"CodeDeliveryDetailsList":[{"Destination":"n***@e***","DeliveryMedium":"EMAIL","""
            + "\"AttributeName\":\"email\"}]}",
            changed.Body.ToJsonString());
        Assert.Equal(("new@example.com", "false"), (before["email"], before["email_verified"]));
        Assert.Equal(
            "400 CodeMismatchException: Invalid verification code provided, please try again.", wrong.Fault);
        Assert.Equal("{}", right.Body.ToJsonString());
        Assert.Equal(("new@example.com", "true"), (after["email"], after["email_verified"]));
        Assert.Equal("400 ExpiredCodeException: Invalid code provided, please request a code again.", again.Fault);
        // The name under which the user signed up stays.
        Assert.Equal(HttpStatusCode.OK, (await pool.SignInAsync(Email)).Status);
        Assert.Equal(
            "400 UserNotFoundException: User does not exist.", (await pool.SignInAsync("new@example.com")).Fault);
    }

    [Fact]
    public async Task NewAddressWhereThePoolKeepsTheOldOne_WaitsForItsCode()
    {
        var pool = await cognito.CreatePoolAsync(
            """{"UserAttributeUpdateSettings":{"AttributesRequireVerificationBeforeUpdate":["email"]}}""");
        await pool.AddVerifiedUserAsync(Email);
        var tokens = await pool.TokensAsync(Email);

        await UpdateAsync(pool, tokens, "email", "new@example.com");
        var before = await pool.AttributesAsync(Email);
        await pool.OwnAsync("GetUserAttributeVerificationCode", tokens, """{"AttributeName":"email"}""");
        await VerifyAsync(pool, tokens, await pool.CodeAsync("new@example.com", "attribute"));
        var after = await pool.AttributesAsync(Email);

        Assert.Equal((Email, "true"), (before["email"], before["email_verified"]));
        Assert.Equal(("new@example.com", "true"), (after["email"], after["email_verified"]));
    }

    [Fact]
    public async Task CodeOfAnAddressThatWasReplaced_ProvesNothing()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddVerifiedUserAsync(Email);
        var tokens = await pool.TokensAsync(Email);
        await UpdateAsync(pool, tokens, "email", "first@example.com");
        var code = await pool.CodeAsync("first@example.com", "attribute");
        await pool.AdminAsync(
            "AdminUpdateUserAttributes",
            Email,
            """{"UserAttributes":[{"Name":"email","Value":"second@example.com"}]}""");

        var reply = await VerifyAsync(pool, tokens, code);

        Assert.Equal("400 ExpiredCodeException: Invalid code provided, please request a code again.", reply.Fault);
        Assert.Equal("false", (await pool.AttributesAsync(Email))["email_verified"]);
    }

    [Fact]
    public async Task CodeOnRequest_VerifiesWhatIsThere()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync(Email);
        var tokens = await pool.TokensAsync(Email);

        var sent = await pool.OwnAsync(
            "GetUserAttributeVerificationCode", tokens, """{"AttributeName":"email"}""");
        await VerifyAsync(pool, tokens, await pool.CodeAsync(Email, "attribute"));
        var absent = await pool.OwnAsync(
            "GetUserAttributeVerificationCode", tokens, """{"AttributeName":"phone_number"}""");

        Assert.Equal(
            """{"CodeDeliveryDetails":{"Destination":"s***@e***","DeliveryMedium":"EMAIL","AttributeName":"email"}}""",
            sent.Body.ToJsonString());
        Assert.Equal("true", (await pool.AttributesAsync(Email))["email_verified"]);
        Assert.Equal(
            "400 InvalidParameterException: User does not have an attribute phone_number.", absent.Fault);
        for (var attempt = 0; attempt < 4; attempt++)
        {
            await pool.OwnAsync("GetUserAttributeVerificationCode", tokens, """{"AttributeName":"email"}""");
        }

        Assert.Equal(
            "400 LimitExceededException: Attempt limit exceeded, please try after some time.",
            (await pool.OwnAsync(
                "GetUserAttributeVerificationCode", tokens, """{"AttributeName":"email"}""")).Fault);
    }

    private static Task<WireReply> UpdateAsync(TestPool pool, JsonNode tokens, string name, string value) =>
        pool.OwnAsync(
            "UpdateUserAttributes", tokens, $$"""{"UserAttributes":[{"Name":"{{name}}","Value":"{{value}}"}]}""");

    private static Task<WireReply> VerifyAsync(TestPool pool, JsonNode tokens, string code) => pool.OwnAsync(
        "VerifyUserAttribute", tokens, $$"""{"AttributeName":"email","Code":"{{code}}"}""");
}
