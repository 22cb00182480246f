using System.Net;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Accounts;

/// <summary>Whatever fails: no user without a key, no key without a user, and a second try works.</summary>
public sealed class EnrolmentTests : IAsyncLifetime
{
    private const string Body = """{"email":"ann@example.com","password":"Passw0rd!","fullname":"Ann Lee"}""";

    // As many as are made to get a key; the other steps have one.
    private const int Attempts = 3;

    private static readonly string[] Steps =
        ["SignUp", "CreateApiKey", "CreateUsagePlanKey", "AdminUpdateUserAttributes"];

    private static readonly Dictionary<string, (Func<Exception> Fault, int Status, string Message)> Kinds = new()
    {
        ["throttled"] = (
            () => Aws(new Amazon.CognitoIdentityProvider.Model.TooManyRequestsException("Too many requests"), 429),
            429, "Too many requests"),
        ["denied"] = (() => Aws(new AmazonServiceException("Denied."), 403), 403, "Denied."),
        ["internal"] = (() => Aws(new InternalErrorException("Broken."), 500), 500, "Broken."),
        ["unavailable"] = (() => Aws(new AmazonServiceException("Later."), 503), 503, "Later."),
        ["network"] = (() => new HttpRequestException("secret-host:443"), 502, "AWS could not be reached."),
        ["timeout"] = (() => new TaskCanceledException("timed out"), 504, "Endpoint request timed out"),
        ["client"] = (() => new AmazonClientException("no credentials"), 502, "AWS could not be reached."),
        ["defect"] = (() => new InvalidOperationException("secret"), 500, "Internal server error"),
    };

    private Gateway _gateway = null!;

    public static TheoryData<string, string> Failures() =>
    [
        .. Steps.SelectMany(step => Kinds.Keys.Where(kind => kind != "throttled")
            .Select(kind => new TheoryDataRow<string, string>(step, kind))),
    ];

    /// <summary>Kinds after which the call may have worked all the same.</summary>
    public static TheoryData<string, string> LostReplies() =>
    [
        .. Steps.SelectMany(step => new[] { "internal", "unavailable", "network", "timeout" }
            .Select(kind => new TheoryDataRow<string, string>(step, kind))),
    ];

    public async ValueTask InitializeAsync() => _gateway = await Gateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task FailedStep_LeavesNothingAndTellsTheCause(string step, string kind)
    {
        var (fault, status, message) = Kinds[kind];
        _gateway.Faults.Before(step, fault, Attempts);

        using var reply = await _gateway.PostAsync("/register", Body);

        await reply.FailsAsync(status, message);
        await AssertNothingIsLeftAsync();
    }

    [Theory]
    [MemberData(nameof(LostReplies))]
    public async Task LostReply_LeavesNothingAndTellsTheCause(string step, string kind)
    {
        var (fault, status, message) = Kinds[kind];
        _gateway.Faults.After(step, fault, Attempts);

        using var reply = await _gateway.PostAsync("/register", Body);

        await reply.FailsAsync(status, message);
        await AssertNothingIsLeftAsync();
    }

    [Theory]
    [InlineData("SignUp")]
    [InlineData("CreateApiKey")]
    [InlineData("CreateUsagePlanKey")]
    [InlineData("AdminUpdateUserAttributes")]
    public async Task ThrottledStep_IsRepeated(string step)
    {
        _gateway.Faults.Before(step, Kinds["throttled"].Fault, times: 5);

        using var reply = await _gateway.PostAsync("/register", Body);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(6, _gateway.Faults.Calls.Count(call => call == step));
        Assert.Equal(Assert.Single(_gateway.Keys.Keys).Value, Assert.Single(_gateway.Cognito.Users).ApiKey);
    }

    [Theory]
    [InlineData("SignUp")]
    [InlineData("CreateApiKey")]
    [InlineData("CreateUsagePlanKey")]
    [InlineData("AdminUpdateUserAttributes")]
    public async Task StepThrottledForTooLong_AsksForPatienceAndLeavesNothing(string step)
    {
        _gateway.Faults.Before(step, Kinds["throttled"].Fault, times: 1000);

        using var reply = await _gateway.PostAsync("/register", Body);

        await reply.FailsAsync(503, "Too many registrations at this moment. Try again in a few seconds.");
        Assert.Equal(TimeSpan.FromSeconds(5), reply.Headers.RetryAfter?.Delta);
        await AssertNothingIsLeftAsync();
    }

    [Theory]
    [InlineData("internal")]
    [InlineData("network")]
    [InlineData("timeout")]
    public async Task LostReplyOfAKey_IsMadeUpForByOneKey(string kind)
    {
        _gateway.Faults.After("CreateApiKey", Kinds[kind].Fault, times: 2);

        using var reply = await _gateway.PostAsync("/register", Body);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(Assert.Single(_gateway.Keys.Keys).Value, Assert.Single(_gateway.Cognito.Users).ApiKey);
        Assert.Single(_gateway.Keys.PlanKeys);
    }

    [Fact]
    public async Task KeyThatIsInThePlanAlready_IsThere()
    {
        _gateway.Faults.After("CreateUsagePlanKey", Conflict);

        using var reply = await _gateway.PostAsync("/register", Body);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(Assert.Single(_gateway.Keys.Keys).Id, Assert.Single(_gateway.Keys.PlanKeys));
    }

    [Fact]
    public async Task KeyThatCannotJoinThePlan_LeavesNothing()
    {
        _gateway.Faults.Before("CreateUsagePlanKey", Conflict);

        using var reply = await _gateway.PostAsync("/register", Body);

        await reply.FailsAsync(409, "Conflict.");
        await AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task TakenAddress_IsNeverTakenForOurOwn()
    {
        // The other registration has not stored its key yet: its user looks like an orphan.
        await SignUpBesideAsync();

        using var reply = await _gateway.PostAsync("/register", Body);

        await reply.FailsAsync(400, "User already exists");
        Assert.Null(Assert.Single(_gateway.Cognito.Users).ApiKey);
    }

    [Theory]
    [InlineData("DeleteApiKey")]
    [InlineData("GetApiKeys")]
    [InlineData("AdminDeleteUser")]
    public async Task UndoThatFailsAtFirst_IsRepeated(string step)
    {
        _gateway.Faults.Before("AdminUpdateUserAttributes", Kinds["internal"].Fault);
        _gateway.Faults.Before(step, Kinds["throttled"].Fault, times: 2);
        _gateway.Faults.After(step, Kinds["network"].Fault);

        using var reply = await _gateway.PostAsync("/register", Body);

        await reply.FailsAsync(500, "Broken.");
        await AssertNothingIsLeftAsync();
        Assert.DoesNotContain("left something behind", _gateway.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UndoThatKeepsFailing_IsLoggedWithIdsOnly()
    {
        _gateway.Faults.Before("AdminUpdateUserAttributes", Kinds["internal"].Fault);
        _gateway.Faults.Before("AdminDeleteUser", Kinds["denied"].Fault, times: 5);

        using var reply = await _gateway.PostAsync("/register", Body);

        await reply.FailsAsync(500, "Broken.");
        var subject = Assert.Single(_gateway.Cognito.Users).Subject;
        Assert.Empty(_gateway.Keys.Keys);
        Assert.Contains(
            $"A failed request left something behind: could not delete user of {subject}: AmazonServiceException",
            _gateway.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("ann@example.com", _gateway.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UserOfAnEarlierDay_IsNeverRemoved()
    {
        await SignUpBesideAsync();
        _gateway.Clock.Advance(TimeSpan.FromDays(1));
        _gateway.Faults.Before("SignUp", Kinds["timeout"].Fault);

        using var lost = await _gateway.PostAsync("/register", Body);
        using var taken = await _gateway.PostAsync("/register", Body);

        await lost.FailsAsync(504, "Endpoint request timed out");
        await taken.FailsAsync(400, "User already exists");
        Assert.Equal("Other1!pass", Assert.Single(_gateway.Cognito.Users).Password);
    }

    [Fact]
    public async Task LostReplyAgainstAWinner_KeepsTheWinner()
    {
        using var winner = await _gateway.PostAsync("/register", Body);
        _gateway.Faults.Before("SignUp", Kinds["network"].Fault);

        using var reply = await _gateway.PostAsync("/register", Body);

        await reply.FailsAsync(502, "AWS could not be reached.");
        Assert.Equal(Assert.Single(_gateway.Keys.Keys).Value, Assert.Single(_gateway.Cognito.Users).ApiKey);
    }

    private static Exception Conflict() =>
        Aws(new Amazon.APIGateway.Model.ConflictException("Conflict."), 409);

    private static T Aws<T>(T fault, int status)
        where T : AmazonServiceException
    {
        fault.StatusCode = (HttpStatusCode)status;
        return fault;
    }

    private Task<SignUpResponse> SignUpBesideAsync() => _gateway.Cognito.SignUpAsync(
        new()
        {
            ClientId = UserPool.ClientId,
            Username = "ann@example.com",
            Password = "Other1!pass",
            UserAttributes = [new() { Name = "email", Value = "ann@example.com" }],
        },
        TestContext.Current.CancellationToken);

    private async Task AssertNothingIsLeftAsync()
    {
        _gateway.Faults.Clear();
        Assert.Empty(_gateway.Cognito.Users);
        Assert.Empty(_gateway.Keys.Keys);
        using var again = await _gateway.PostAsync("/register", Body);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(Assert.Single(_gateway.Keys.Keys).Value, Assert.Single(_gateway.Cognito.Users).ApiKey);
    }
}
