using Amazon.Runtime;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Accounts.Keys;

/// <summary>Whatever fails, and whoever else is at work: one key that counts, and no other that lasts.</summary>
public sealed class KeyRotationTests : IAsyncLifetime
{
    private const string First = "clear-value-of-api-key-number-000000001";

    private static readonly string[] Steps =
    [
        "CreateApiKey", "CreateUsagePlanKey", "GetUsage", "UpdateUsage", "AdminUpdateUserAttributes", "UntagResource",
        "TagResource",
    ];

    private Gateway _gateway = null!;
    private string _token = "";

    private FakeUser Ann => _gateway.Cognito.Users.Single();

    public static TheoryData<string, bool> Failures() =>
    [
        .. Steps.SelectMany(step => new[] { false, true }.Select(lost => new TheoryDataRow<string, bool>(step, lost))),
    ];

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        (_token, _) = await _gateway.EnterAsync();
        _gateway.Keys.Plan.Quota = new() { Limit = 25, Period = "DAY" };
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task FailedStep_LeavesAllAsItWasAndASecondTryWorks(string step, bool isReplyLost)
    {
        Fail(step, isReplyLost);

        using var reply = await RotateAsync();

        await reply.FailsAsync(503, "Later.");
        AssertNothingHappened();
        using var again = await RotateAsync();
        Assert.Equal(200, (int)again.StatusCode);
        AssertTwoKeys();
    }

    // The look at the user that comes last, and at what the attempt made.
    [Theory]
    [InlineData("TagResource", "AdminGetUser")]
    [InlineData("TagResource", "GetApiKey")]
    [InlineData("CreateApiKey", "GetApiKeys")]
    public async Task FailedLook_LeavesAllAsItWas(string meanwhile, string step)
    {
        _gateway.Faults.Meanwhile(meanwhile, () => Fail(step, isReplyLost: false));

        using var reply = await RotateAsync();

        await reply.FailsAsync(503, "Later.");
        AssertNothingHappened();
    }

    // The SDK repeats a call whose reply is lost, and the first one made a key as well.
    [Fact]
    public async Task SecondKeyOfOneAttempt_EndsByItself()
    {
        var faults = _gateway.Faults;
        faults.Meanwhile("CreateApiKey", () => faults.Meanwhile("GetApiKeys", () => Copy("key0000002")));

        using var reply = await RotateAsync();

        Assert.Equal(200, (int)reply.StatusCode);
        Assert.Equal("2026-03-04T10:01:00Z", _gateway.Keys.Keys[2].Tags["expires"]);
        using var account = await _gateway.SendAsync(HttpMethod.Get, "/account", _token);
        var data = (await account.JsonAsync()).GetProperty("data");
        Assert.Equal("key0000002", data.GetProperty("key").GetProperty("id").GetString());
        Assert.Equal(1, data.GetProperty("oldKeys").GetArrayLength());
    }

    [Fact]
    public async Task RotationThatIsOvertaken_GivesWay()
    {
        HttpResponseMessage? rival = null;
        _gateway.Faults.Meanwhile("CreateApiKey", () => rival = RotateAsync().GetAwaiter().GetResult());

        using var reply = await RotateAsync();

        await reply.FailsAsync(409, "Another rotation of the API key is under way.");
        Assert.Equal(TimeSpan.FromSeconds(1), reply.Headers.RetryAfter?.Delta);
        Assert.Equal(200, (int)rival!.StatusCode);
        rival.Dispose();
        AssertTwoKeys();
    }

    [Fact]
    public async Task RotationThatComesSecond_GivesWay()
    {
        HttpResponseMessage? rival = null;
        _gateway.Faults.Meanwhile("CreateUsagePlanKey", () => rival = RotateAsync().GetAwaiter().GetResult());

        using var reply = await RotateAsync();

        Assert.Equal(200, (int)reply.StatusCode);
        await rival!.FailsAsync(409, "Another rotation of the API key is under way.");
        Assert.Equal(TimeSpan.FromMinutes(1), rival!.Headers.RetryAfter?.Delta);
        rival.Dispose();
        AssertTwoKeys();
    }

    // Each has read the keys before the other one's was there.
    [Fact]
    public async Task RotationsAtTheSameMoment_BothGiveWay()
    {
        _gateway.Faults.Meanwhile("CreateApiKey", () => Copy("key0000001", "attempt", "expires"));

        using var reply = await RotateAsync();

        await reply.FailsAsync(409, "Another rotation of the API key is under way.");
        Assert.Equal(["key0000001", "copy-of-key0000001"], _gateway.Keys.Keys.Select(key => key.Id));
        Assert.Equal(First, Ann.ApiKey);
    }

    [Fact]
    public async Task RotationThatWasCutOff_HindersForAMinute()
    {
        Copy("key0000001", "attempt", "expires");

        using var early = await RotateAsync();
        _gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        using var late = await RotateAsync();

        await early.FailsAsync(409, "Another rotation of the API key is under way.");
        Assert.Equal(200, (int)late.StatusCode);
    }

    [Fact]
    public async Task UserDisabledMeanwhile_GetsNoKey()
    {
        _gateway.Faults.Meanwhile("TagResource", () => Ann.Enabled = false);

        using var reply = await RotateAsync();

        await reply.FailsAsync(403, "User is disabled.");
        AssertNothingHappened();
    }

    [Fact]
    public async Task KeyDisabledMeanwhile_IsNotReplaced()
    {
        _gateway.Faults.Meanwhile("TagResource", () => _gateway.Keys.Keys[0].Enabled = false);

        using var reply = await RotateAsync();

        await reply.FailsAsync(403, "The account's API key is disabled.");
        AssertNothingHappened();
    }

    private void AssertNothingHappened()
    {
        var key = Assert.Single(_gateway.Keys.Keys);
        Assert.Equal(("key0000001", "stack sub"), (key.Id, string.Join(' ', key.Tags.Keys)));
        Assert.Equal(["key0000001"], _gateway.Keys.PlanKeys);
        Assert.Equal(First, Ann.ApiKey);
    }

    // One that counts and is stored, and one that has an end.
    private void AssertTwoKeys()
    {
        Assert.Equal(2, _gateway.Keys.Keys.Count);
        Assert.Equal(["stack", "sub", "expires"], _gateway.Keys.Keys[0].Tags.Keys);
        Assert.Equal(["stack", "sub", "rotated"], _gateway.Keys.Keys[1].Tags.Keys);
        Assert.Equal(_gateway.Keys.Keys[1].Value, Ann.ApiKey);
        Assert.Equal(2, _gateway.Keys.PlanKeys.Count);
    }

    private void Copy(string id, params string[] tags) => _gateway.Keys.Copy(
        id,
        key =>
        {
            foreach (var tag in tags)
            {
                key.Tags[tag] = tag == "expires" ? "2026-03-04T10:01:00Z" : "another";
            }
        });

    private void Fail(string step, bool isReplyLost)
    {
        static Exception Later() => new AmazonServiceException("Later.")
        {
            StatusCode = System.Net.HttpStatusCode.ServiceUnavailable,
        };
        if (isReplyLost)
        {
            _gateway.Faults.After(step, Later);
        }
        else
        {
            _gateway.Faults.Before(step, Later);
        }
    }

    private Task<HttpResponseMessage> RotateAsync() => _gateway.PostAsync("/account/key/rotate", "{}", _token);
}
