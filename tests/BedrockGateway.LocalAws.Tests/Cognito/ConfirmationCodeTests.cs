using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Cognito;

public sealed class ConfirmationCodeTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    private static readonly System.Text.Json.JsonSerializerOptions Readable =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task SentCode_IsReadableInPlaceOfMailAndInTheLog()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.SignUpAsync("reader@example.com");

        var codes = await cognito.GetAsync("/_local/cognito/codes?email=READER@example.com");

        var code = Assert.Single(codes.Body.AsArray())!;
        Assert.Equal(
            $$"""
            {"userPoolId":"{{pool.PoolId}}","username":"reader@example.com","email":"reader@example.com",
            "code":"{{code["code"]}}","expiresAt":"2026-01-03T03:04:05+00:00","purpose":"signUp"}
            """.ReplaceLineEndings(""),
            code.ToJsonString(Readable));
        Assert.Contains(
            $"code sent: {code["code"]} to reader@example.com of user pool {pool.PoolId}", cognito.Log.Lines);
        var none = await cognito.GetAsync("/_local/cognito/codes?email=nobody@example.com");
        Assert.Equal("[]", none.Body.ToJsonString());
    }

    [Fact]
    public async Task RightCode_ConfirmsVerifiesAndIsUsedUp()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.SignUpAsync("right@example.com");
        var code = await CodeAsync("right@example.com");

        var confirmed = await ConfirmAsync(pool, "right@example.com", code);
        var again = await ConfirmAsync(pool, "right@example.com", code);
        var resent = await ResendAsync(pool, "right@example.com");
        var user = await cognito.CallAsync("AdminGetUser", pool.Named("right@example.com"));

        Assert.Equal("{}", confirmed.Body.ToJsonString());
        Assert.Equal("400 NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED", again.Fault);
        Assert.Equal("400 InvalidParameterException: User is already confirmed.", resent.Fault);
        Assert.Equal("CONFIRMED", user["UserStatus"]);
        Assert.Equal("true", (await pool.AttributesAsync("right@example.com"))["email_verified"]);
        var left = await cognito.GetAsync("/_local/cognito/codes?email=right@example.com");
        Assert.Equal("[]", left.Body.ToJsonString());
    }

    [Fact]
    public async Task WrongLateAndReplacedCodes_AreRefused()
    {
        const string Expired = "400 ExpiredCodeException: Invalid code provided, please request a code again.";
        const string Mismatch = "400 CodeMismatchException: Invalid verification code provided, please try again.";
        await using var own = new CognitoEmulator();
        await own.InitializeAsync();
        var pool = await own.CreatePoolAsync();
        await pool.SignUpAsync("late@example.com");
        var first = await CodeAsync("late@example.com", own);
        var resent = await ResendAsync(pool, "late@example.com", own);
        var second = await CodeAsync("late@example.com", own);

        Assert.Equal(
            """{"CodeDeliveryDetails":{"Destination":"l***@e***","DeliveryMedium":"EMAIL","AttributeName":"email"}}""",
            resent.Body.ToJsonString());
        Assert.Equal(Mismatch, (await ConfirmAsync(pool, "late@example.com", second + "0", own)).Fault);
        if (first != second)
        {
            Assert.Equal(Mismatch, (await ConfirmAsync(pool, "late@example.com", first, own)).Fault);
        }

        own.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(Expired, (await ConfirmAsync(pool, "late@example.com", second, own)).Fault);
    }

    [Theory]
    [InlineData(
        "LEGACY",
        "400 UserNotFoundException: Username/client id combination not found.",
        "400 UserNotFoundException: Username/client id combination not found.")]
    [InlineData("ENABLED", "400 ExpiredCodeException: Invalid code provided, please request a code again.", "200 : ")]
    public async Task UnknownUser_IsToldAsTheClientWants(string setting, string confirmFault, string resendFault)
    {
        var pool = await cognito.CreatePoolAsync("{}", $$"""{"PreventUserExistenceErrors":"{{setting}}"}""");

        Assert.Equal(confirmFault, (await ConfirmAsync(pool, "nobody@example.com", "123456")).Fault);
        Assert.Equal(resendFault, (await ResendAsync(pool, "nobody@example.com")).Fault);
    }

    [Fact]
    public async Task PoolThatVerifiesNothing_CannotResend()
    {
        var pool = await cognito.CreatePoolAsync("""{"AutoVerifiedAttributes":[]}""");
        await pool.SignUpAsync("someone@example.com");

        var reply = await ResendAsync(pool, "someone@example.com");

        Assert.Equal(
            "400 InvalidParameterException: Cannot resend codes. Auto verification not turned on.", reply.Fault);
    }

    [Fact]
    public async Task AdminConfirm_ConfirmsOnceAndVerifiesNothing()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.SignUpAsync("admin@example.com");

        var first = await cognito.CallAsync("AdminConfirmSignUp", pool.Named("admin@example.com"));
        var second = await cognito.CallAsync("AdminConfirmSignUp", pool.Named("admin@example.com"));
        var unknown = await cognito.CallAsync("AdminConfirmSignUp", pool.Named("nobody@example.com"));

        Assert.Equal((HttpStatusCode.OK, "{}"), (first.Status, first.Body.ToJsonString()));
        Assert.Equal("400 NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED", second.Fault);
        Assert.Equal("400 UserNotFoundException: User does not exist.", unknown.Fault);
        Assert.Equal("false", (await pool.AttributesAsync("admin@example.com"))["email_verified"]);
    }

    private async Task<string> CodeAsync(string email, CognitoEmulator? from = null) =>
        (await (from ?? cognito).GetAsync($"/_local/cognito/codes?email={email}")).Body[0]!["code"]!.ToString();

    private Task<WireReply> ConfirmAsync(TestPool pool, string username, string code, CognitoEmulator? at = null) =>
        (at ?? cognito).CallAsync("ConfirmSignUp", new JsonObject
        {
            ["ClientId"] = pool.ClientId,
            ["Username"] = username,
            ["ConfirmationCode"] = code,
        });

    private Task<WireReply> ResendAsync(TestPool pool, string username, CognitoEmulator? at = null) =>
        (at ?? cognito).CallAsync(
            "ResendConfirmationCode", new JsonObject { ["ClientId"] = pool.ClientId, ["Username"] = username });
}
