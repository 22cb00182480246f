using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Cognito;

public sealed class PostConfirmationTriggerTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    private const string Email = "someone@example.com";

    [Fact]
    public async Task Function_IsToldWhoWasConfirmed()
    {
        var told = new List<JsonObject>();
        var pool = await PoolAsync(told, nameof(Function_IsToldWhoWasConfirmed));
        var signedUp = await pool.SignUpAsync(Email);

        await pool.CallAsync("ConfirmSignUp", new()
        {
            ["Username"] = Email,
            ["ConfirmationCode"] = await pool.CodeAsync(Email, "signUp"),
            ["ClientMetadata"] = new JsonObject { ["source"] = "page" },
        });

        Assert.Equal(
            $$$"""
            {"version":"1","region":"eu-west-1","userPoolId":"{{{pool.PoolId}}}","userName":"{{{Email}}}",
            "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"{{{pool.ClientId}}}"},
            "triggerSource":"PostConfirmation_ConfirmSignUp","request":{"userAttributes":{"email":"{{{Email}}}",
            "email_verified":"true","sub":"{{{signedUp["UserSub"]}}}","cognito:user_status":"CONFIRMED"},
            "clientMetadata":{"source":"page"}},"response":{}}
            """.ReplaceLineEndings(""),
            Assert.Single(told).ToJsonString());
    }

    [Fact]
    public async Task EveryWayToBeConfirmed_IsTold()
    {
        var told = new List<JsonObject>();
        var pool = await PoolAsync(told, nameof(EveryWayToBeConfirmed_IsTold));
        await pool.AddUserAsync("admin@example.com");
        await pool.AddVerifiedUserAsync(Email);
        await pool.CallAsync("ForgotPassword", new() { ["Username"] = Email });
        await pool.CallAsync("ConfirmForgotPassword", new()
        {
            ["Username"] = Email,
            ["ConfirmationCode"] = await pool.CodeAsync(Email, "passwordReset"),
            ["Password"] = "Battery-Staple-7",
        });
        await pool.AdminAsync("AdminCreateUser", "invited@example.com");

        Assert.Equal(
            [
                ("PostConfirmation_ConfirmSignUp", "CLIENT_ID_NOT_APPLICABLE"),
                ("PostConfirmation_ConfirmSignUp", pool.ClientId),
                ("PostConfirmation_ConfirmForgotPassword", pool.ClientId),
            ],
            told.Select(@event =>
                (@event["triggerSource"]!.ToString(), @event["callerContext"]!["clientId"]!.ToString())));
    }

    [Fact]
    public async Task UserWhomPreSignUpConfirms_IsTold()
    {
        var told = new List<JsonObject>();
        var before = cognito.Functions.Add(
            "confirms", _ => FakeFunctions.Returns("""{"response":{"autoConfirmUser":true}}"""));
        var after = cognito.Functions.Add("hears", question =>
        {
            told.Add(question);
            return FakeFunctions.Returns(question.ToJsonString());
        });
        var pool = await cognito.CreatePoolAsync(
            $$$"""{"LambdaConfig":{"PreSignUp":"{{{before}}}","PostConfirmation":"{{{after}}}"}}""");

        await pool.SignUpAsync(Email);

        Assert.Equal("PostConfirmation_ConfirmSignUp", Assert.Single(told)["triggerSource"]!.ToString());
    }

    [Fact]
    public async Task FunctionThatFails_IsQuotedAndUndoesNothing()
    {
        var arn = cognito.Functions.Add("fails", _ => FakeFunctions.Fails("""{"errorMessage":"No space left"}"""));
        var pool = await cognito.CreatePoolAsync($$$"""{"LambdaConfig":{"PostConfirmation":"{{{arn}}}"}}""");
        await pool.SignUpAsync(Email);

        var reply = await pool.AdminAsync("AdminConfirmSignUp", Email);

        Assert.Equal(
            "400 UserLambdaValidationException: PostConfirmation failed with error No space left.", reply.Fault);
        Assert.Equal(HttpStatusCode.OK, (await pool.SignInAsync(Email)).Status);
    }

    private Task<TestPool> PoolAsync(List<JsonObject> told, string name)
    {
        var arn = cognito.Functions.Add(name, question =>
        {
            told.Add(question);
            return FakeFunctions.Returns(question.ToJsonString());
        });
        return cognito.CreatePoolAsync($$$"""{"LambdaConfig":{"PostConfirmation":"{{{arn}}}"}}""");
    }
}
