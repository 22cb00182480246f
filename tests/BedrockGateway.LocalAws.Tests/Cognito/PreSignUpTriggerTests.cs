using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Lambda;

namespace BedrockGateway.LocalAws.Tests.Cognito;

public sealed class PreSignUpTriggerTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    [Fact]
    public async Task Function_IsToldWhatCognitoTells()
    {
        JsonObject? told = null;
        var pool = await PoolWithAsync(question =>
        {
            told = question;
            return FakeFunctions.Returns(question.ToJsonString());
        });
        var body = pool.SignUpBody("someone@example.com");
        body["ValidationData"] = new JsonArray(new JsonObject { ["Name"] = "invited", ["Value"] = "yes" });
        body["ClientMetadata"] = new JsonObject { ["source"] = "page" };

        var reply = await cognito.CallAsync("SignUp", body);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(
            $$$"""
            {"version":"1","region":"eu-west-1","userPoolId":"{{{pool.PoolId}}}","userName":"someone@example.com",
            "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"{{{pool.ClientId}}}"},
            "triggerSource":"PreSignUp_SignUp","request":{"userAttributes":{"email":"someone@example.com"},
            "validationData":{"invited":"yes"},"clientMetadata":{"source":"page"}},
            "response":{"autoConfirmUser":false,"autoVerifyEmail":false,"autoVerifyPhone":false}}
            """.ReplaceLineEndings(""),
            told!.ToJsonString());
        Assert.Equal(
            ("arn:aws:lambda:eu-west-1:123456789012:function:" + nameof(Function_IsToldWhatCognitoTells),
                "cognito-idp.amazonaws.com",
                $"arn:aws:cognito-idp:eu-west-1:123456789012:userpool/{pool.PoolId}"),
            cognito.Functions.LastPermission);
    }

    [Fact]
    public async Task CallWithoutExtras_HasNullValidationDataAndNoClientMetadata()
    {
        JsonObject? told = null;
        var pool = await PoolWithAsync(question =>
        {
            told = question;
            return FakeFunctions.Returns(question.ToJsonString());
        });

        await pool.SignUpAsync("someone@example.com");

        Assert.Equal(
            """{"userAttributes":{"email":"someone@example.com"},"validationData":null}""",
            told!["request"]!.ToJsonString());
    }

    [Fact]
    public async Task FunctionThatConfirms_MakesAUserWhoCanSignIn()
    {
        var pool = await PoolWithAsync(question => Answers(question, new JsonObject
        {
            ["autoConfirmUser"] = true,
            ["autoVerifyEmail"] = true,
        }));

        var reply = await pool.SignUpAsync("someone@example.com");
        var attributes = await pool.AttributesAsync("someone@example.com");
        var signedIn = await pool.SignInAsync("someone@example.com");

        Assert.Equal($$"""{"UserConfirmed":true,"UserSub":"{{reply["UserSub"]}}"}""", reply.Body.ToJsonString());
        Assert.Equal("true", attributes["email_verified"]);
        Assert.Equal(HttpStatusCode.OK, signedIn.Status);
    }

    [Fact]
    public async Task VerifyWithoutConfirm_VerifiesNothing()
    {
        var pool = await PoolWithAsync(question => Answers(question, new JsonObject { ["autoVerifyEmail"] = true }));

        await pool.SignUpAsync("someone@example.com");

        Assert.Equal("false", (await pool.AttributesAsync("someone@example.com"))["email_verified"]);
    }

    [Theory]
    [InlineData(
        """{"errorType":"InvalidOperationException","errorMessage":"Cannot register user as email is not """
        + """part of domain: example.com."}""",
        "PreSignUp failed with error Cannot register user as email is not part of domain: example.com..")]
    [InlineData(
        """{"errorType":"Runtime.ExitError","errorMessage":"RequestId: 1 Error: Runtime exited with error: """
        + """exit status 129"}""",
        "PreSignUp failed with error RequestId: 1 Error: Runtime exited with error: exit status 129.")]
    public async Task FunctionThatFails_IsQuotedAndMakesNoUser(string error, string message)
    {
        var pool = await PoolWithAsync(_ => FakeFunctions.Fails(error));

        var reply = await pool.SignUpAsync("someone@example.com");
        var user = await cognito.CallAsync("AdminGetUser", pool.Named("someone@example.com"));

        Assert.Equal($"400 UserLambdaValidationException: {message}", reply.Fault);
        Assert.Equal("400 UserNotFoundException: User does not exist.", user.Fault);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"yes\"")]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"response":[]}""")]
    [InlineData("""{"response":{"autoConfirmUser":"true"}}""")]
    [InlineData("""{"response":{"autoConfirmUser":true,"autoVerifyPhone":true}}""")]
    public async Task AnswerThatIsNotTheEvent_IsUnrecognizable(string answer)
    {
        var pool = await PoolWithAsync(_ => FakeFunctions.Returns(answer));

        var reply = await pool.SignUpAsync("someone@example.com");

        Assert.Equal("400 InvalidLambdaResponseException: Unrecognizable lambda output", reply.Fault);
    }

    [Fact]
    public async Task FunctionThatMayNotBeInvoked_IsAnAccessDenied()
    {
        var pool = await cognito.CreatePoolAsync(
            """{"LambdaConfig":{"PreSignUp":"arn:aws:lambda:eu-west-1:123456789012:function:absent"}}""");

        var reply = await pool.SignUpAsync("someone@example.com");

        Assert.Equal(
            "400 UnexpectedLambdaException: PreSignUp invocation failed due to error AccessDeniedException.",
            reply.Fault);
    }

    [Fact]
    public async Task FunctionThatTakesLongerThanFiveSeconds_IsATimeout()
    {
        var asked = new TaskCompletionSource();
        var arn = cognito.Functions.Add("late", async (_, cancellationToken) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return FakeFunctions.Returns("{}");
        });
        var pool = await cognito.CreatePoolAsync($$$"""{"LambdaConfig":{"PreSignUp":"{{{arn}}}"}}""");

        var signingUp = pool.SignUpAsync("someone@example.com");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        cognito.Clock.Advance(TimeSpan.FromSeconds(5));
        var reply = await signingUp;

        Assert.Equal(
            "400 UnexpectedLambdaException: PreSignUp invocation failed due to error Socket timeout while "
            + "invoking Lambda function.",
            reply.Fault);
    }

    [Fact]
    public async Task AddressTakenWhileTheFunctionThinks_IsRefused()
    {
        var asked = new TaskCompletionSource();
        var answer = new TaskCompletionSource<LambdaResult>();
        var first = true;
        var arn = cognito.Functions.Add("slow", (question, _) =>
        {
            if (!first)
            {
                return Task.FromResult(FakeFunctions.Returns(question.ToJsonString()));
            }

            first = false;
            asked.SetResult();
            return answer.Task;
        });
        var pool = await cognito.CreatePoolAsync($$$"""{"LambdaConfig":{"PreSignUp":"{{{arn}}}"}}""");

        var slow = pool.SignUpAsync("someone@example.com");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        var quick = await pool.SignUpAsync("someone@example.com");
        answer.SetResult(FakeFunctions.Returns("""{"response":{"autoConfirmUser":true}}"""));

        Assert.Equal(HttpStatusCode.OK, quick.Status);
        Assert.Equal("400 UsernameExistsException: User already exists", (await slow).Fault);
    }

    private static LambdaResult Answers(JsonObject question, JsonObject response)
    {
        var answer = question.DeepClone();
        answer["response"] = response;
        return FakeFunctions.Returns(answer.ToJsonString());
    }

    private Task<TestPool> PoolWithAsync(
        Func<JsonObject, LambdaResult> function, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        var arn = cognito.Functions.Add(name, function);
        return cognito.CreatePoolAsync($$$"""{"LambdaConfig":{"PreSignUp":"{{{arn}}}"}}""");
    }
}
