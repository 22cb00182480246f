using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Cognito;

/// <summary>What a client that hides who exists tells of somebody who does not.</summary>
public sealed class UserExistenceTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    private const string Nobody = "nobody@example.com";
    private const string Mismatch =
        "400 CodeMismatchException: Invalid verification code provided, please try again.";

    private const string Simulated =
        """{"CodeDeliveryDetails":{"Destination":"n***@e***","DeliveryMedium":"EMAIL","AttributeName":"email"}}""";

    [Fact]
    public async Task SignIn_FailsAsWithAWrongPassword()
    {
        var pool = await PoolAsync();
        await pool.AddUserAsync("somebody@example.com");

        var known = await pool.SignInAsync("somebody@example.com", "wrong");
        var unknown = await pool.SignInAsync(Nobody, "wrong");

        Assert.Equal("400 NotAuthorizedException: Incorrect username or password.", known.Fault);
        Assert.True(JsonNode.DeepEquals(known.Body, unknown.Body));
    }

    [Fact]
    public async Task CodesOfWhoCannotGetOne_AreSimulated()
    {
        var pool = await PoolAsync();
        await pool.AddVerifiedUserAsync("now.disabled@example.com");
        await pool.AdminAsync("AdminDisableUser", "now.disabled@example.com");
        await pool.AddUserAsync("not.verified@example.com");

        Assert.All(
            [
                await SendAsync(pool, "ForgotPassword", Nobody),
                await SendAsync(pool, "ForgotPassword", "now.disabled@example.com"),
                await SendAsync(pool, "ForgotPassword", "not.verified@example.com"),
                await SendAsync(pool, "ResendConfirmationCode", Nobody),
                await SendAsync(pool, "ResendConfirmationCode", "now.disabled@example.com"),
                await SendAsync(pool, "ResendConfirmationCode", "not.verified@example.com"),
            ],
            reply => Assert.Equal((HttpStatusCode.OK, Simulated), (reply.Status, reply.Body.ToJsonString())));
        var codes = await cognito.GetAsync("/_local/cognito/codes");
        Assert.DoesNotContain(codes.Body.AsArray(), code => code!["userPoolId"]!.ToString() == pool.PoolId);
    }

    [Fact]
    public async Task CodesOfWhoIsThere_LookTheSameAndAreSent()
    {
        var pool = await PoolAsync();
        await pool.AddVerifiedUserAsync("never@example.com");

        var reply = await SendAsync(pool, "ForgotPassword", "never@example.com");

        Assert.Equal(Simulated, reply.Body.ToJsonString());
        Assert.Matches("^[0-9]{6}$", await pool.CodeAsync("never@example.com", "passwordReset"));
    }

    [Theory]
    [InlineData(
        "+3531234567",
        """{"Destination":"+*******4567","DeliveryMedium":"SMS","AttributeName":"phone_number"}""")]
    [InlineData("ada", """{"Destination":"a***@a***","DeliveryMedium":"EMAIL","AttributeName":"email"}""")]
    public async Task SimulatedCode_GoesWhereTheNameSuggests(string username, string details)
    {
        var pool = await PoolAsync();

        var reply = await SendAsync(pool, "ForgotPassword", username);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(details), reply.Body["CodeDeliveryDetails"]));
    }

    [Fact]
    public async Task CodesThatNobodyGot_DoNotMatch()
    {
        var pool = await PoolAsync();
        await pool.AddVerifiedUserAsync("disabled@example.com");
        await pool.AdminAsync("AdminDisableUser", "disabled@example.com");
        await pool.AddVerifiedUserAsync("somebody@example.com");
        await SendAsync(pool, "ForgotPassword", "somebody@example.com");

        Assert.Equal(Mismatch, (await ResetAsync(pool, Nobody)).Fault);
        Assert.Equal(Mismatch, (await ResetAsync(pool, "disabled@example.com")).Fault);
        Assert.Equal(Mismatch, (await ResetAsync(pool, "somebody@example.com")).Fault);
    }

    [Fact]
    public async Task NewPasswordAgainstThePolicy_IsRefusedBeforeAnybodyIsLookedUp()
    {
        var pool = await PoolAsync();
        await pool.AddVerifiedUserAsync("somebody@example.com");

        var known = await ResetAsync(pool, "somebody@example.com", "weak");
        var unknown = await ResetAsync(pool, Nobody, "weak");

        Assert.Equal(
            "400 InvalidPasswordException: Password did not conform with policy: Password not long enough",
            known.Fault);
        Assert.True(JsonNode.DeepEquals(known.Body, unknown.Body));
    }

    private static Task<WireReply> SendAsync(TestPool pool, string operation, string username) =>
        pool.CallAsync(operation, new() { ["Username"] = username });

    private static Task<WireReply> ResetAsync(TestPool pool, string username, string password = "Battery-Staple-7") =>
        pool.CallAsync("ConfirmForgotPassword", new()
        {
            ["Username"] = username,
            ["ConfirmationCode"] = "wrong",
            ["Password"] = password,
        });

    private Task<TestPool> PoolAsync() =>
        cognito.CreatePoolAsync("{}", """{"PreventUserExistenceErrors":"ENABLED"}""");
}
