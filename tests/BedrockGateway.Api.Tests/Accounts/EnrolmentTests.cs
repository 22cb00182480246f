using System.Net;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Accounts;

/// <summary>Whatever fails: no user without a key, no key without a user, and a second try works.</summary>
public sealed class EnrolmentTests : IAsyncLifetime
{
    private const string Body = """{"email":"ann@example.com","password":"Passw0rd!","fullname":"Ann Lee"}""";

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
        [.. Steps.SelectMany(step => Kinds.Keys.Select(kind => new TheoryDataRow<string, string>(step, kind)))];

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
        _gateway.Faults.Before(step, fault);

        using var reply = await _gateway.PostAsync("/register", Body);

        await reply.FailsAsync(status, message);
        await AssertNothingIsLeftAsync();
    }

    [Theory]
    [MemberData(nameof(LostReplies))]
    public async Task LostReply_LeavesNothingAndTellsTheCause(string step, string kind)
    {
        var (fault, status, message) = Kinds[kind];
        _gateway.Faults.After(step, fault);

        using var reply = await _gateway.PostAsync("/register", Body);

        await reply.FailsAsync(status, message);
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
        Assert.Empty(_gateway.Cognito.Users);
        Assert.Empty(_gateway.Keys.Keys);
        using var again = await _gateway.PostAsync("/register", Body);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(Assert.Single(_gateway.Keys.Keys).Value, Assert.Single(_gateway.Cognito.Users).ApiKey);
    }
}
