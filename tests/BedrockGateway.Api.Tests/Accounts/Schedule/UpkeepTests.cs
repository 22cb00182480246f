using Amazon.APIGateway.Model;
using BedrockGateway.Api.Accounts;
using BedrockGateway.Api.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace BedrockGateway.Api.Tests.Accounts.Schedule;

/// <summary>What the schedule does with keys.</summary>
public sealed class UpkeepTests : IAsyncLifetime
{
    private Gateway _gateway = null!;
    private string _token = "";

    private FakeUser Ann => _gateway.Cognito.Users.Single();

    private IEnumerable<string> KeyIds => _gateway.Keys.Keys.Select(key => key.Id);

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        (_token, _) = await _gateway.EnterAsync();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task KeyPastItsGrace_IsDeletedAndNoSooner()
    {
        await RotateAsync();
        _gateway.Clock.Advance(TimeSpan.FromMinutes(59));
        var early = await RunAsync();
        Assert.Equal(2, _gateway.Keys.Keys.Count);
        _gateway.Clock.Advance(TimeSpan.FromMinutes(1));

        var late = await RunAsync();

        Assert.Equal((0, 1), (early.KeysDeleted, late.KeysDeleted));
        Assert.Equal(["key0000002"], KeyIds);
        Assert.Contains(
            "Accounts: 1 keys deleted, 0 given an end, 0 disabled, 0 users removed, 0 failures",
            _gateway.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyThatNothingWouldDelete_GetsAnEnd()
    {
        await RotateAsync();
        _gateway.Keys.Keys[0].Tags.Remove("expires");

        var counts = await RunAsync();
        var again = await RunAsync();

        Assert.Equal((1, 0), (counts.KeysEnded, again.KeysEnded));
        Assert.Equal("2026-03-04T11:00:00Z", _gateway.Keys.Keys[0].Tags["expires"]);
        Assert.DoesNotContain("expires", _gateway.Keys.Keys[1].Tags.Keys);
    }

    // It is in no plan, and the one before it is what the user calls with.
    [Fact]
    public async Task NewestKeyThatOpensNothing_IsTheOneThatEnds()
    {
        _gateway.Keys.Copy("key0000001", key => key.CreatedDate = key.CreatedDate!.Value.AddDays(1));

        await RunAsync();

        Assert.Equal(["stack", "sub"], _gateway.Keys.Keys[0].Tags.Keys);
        Assert.Equal(["stack", "sub", "expires"], _gateway.Keys.Keys[1].Tags.Keys);
    }

    // Ids tell nothing about age.
    [Fact]
    public async Task OfTwoKeysOfOneSecond_TheOneThatWasRotatedInCounts()
    {
        _gateway.Keys.Copy("key0000001", key => key.Tags["rotated"] = "2026-03-04T10:00:00Z");
        var (first, second) = (_gateway.Keys.Keys[0], _gateway.Keys.Keys[1]);
        await _gateway.Keys.CreateUsagePlanKeyAsync(
            new() { UsagePlanId = _gateway.Keys.Plan.Id, KeyId = second.Id, KeyType = "API_KEY" },
            TestContext.Current.CancellationToken);
        _gateway.Clock.Advance(TimeSpan.FromMinutes(2));

        await RunAsync();

        Assert.Equal("2026-03-04T11:02:00Z", first.Tags.GetValueOrDefault("expires"));
        Assert.DoesNotContain("expires", second.Tags.Keys);
    }

    [Fact]
    public async Task RotationAtWork_IsLeftAlone()
    {
        _gateway.Keys.Copy("key0000001", key => key.CreatedDate = _gateway.Clock.GetUtcNow().UtcDateTime);

        var early = await RunAsync();
        _gateway.Clock.Advance(TimeSpan.FromMinutes(2));
        var late = await RunAsync();

        Assert.Equal((0, 1), (early.KeysEnded, late.KeysEnded));
    }

    [Fact]
    public async Task RotationThatWasCutOff_LeavesNoTrace()
    {
        var first = Ann.ApiKey;
        _gateway.Keys.Copy("key0000001", key =>
        {
            key.Tags["attempt"] = "another";
            key.Tags["expires"] = "2026-03-04T10:01:00Z";
        });
        Ann.Attributes["custom:api_key"] = _gateway.Keys.Keys[1].Value;
        _gateway.Clock.Advance(TimeSpan.FromMinutes(1));

        var counts = await RunAsync();

        Assert.Equal((1, 0), (counts.KeysDeleted, counts.Failures));
        Assert.Equal(["key0000001"], KeyIds);
        Assert.Equal(first, Ann.ApiKey);
    }

    [Fact]
    public async Task KeysInGraceOfADisabledOne_AreDisabled()
    {
        await RotateAsync();
        _gateway.Keys.Keys[1].Enabled = false;

        var counts = await RunAsync();

        Assert.Equal(1, counts.KeysDisabled);
        Assert.All(_gateway.Keys.Keys, key => Assert.False(key.Enabled));
    }

    [Fact]
    public async Task KeysOfAnotherStack_AreNotTouched()
    {
        _gateway.Keys.Copy("key0000001", key =>
        {
            key.Name = $"test-stack-2-{Ann.Subject}";
            key.Tags["expires"] = "2026-03-04T09:00:00Z";
        });

        var counts = await RunAsync();

        Assert.Equal(0, counts.KeysDeleted);
        Assert.Equal(2, _gateway.Keys.Keys.Count);
    }

    [Fact]
    public async Task FailureWithOneUser_DoesNotKeepTheOthers()
    {
        await RotateAsync();
        var (other, _) = await _gateway.EnterAsync("bob@example.com");
        using var rotated = await _gateway.PostAsync("/account/key/rotate", "{}", other);
        _gateway.Clock.Advance(TimeSpan.FromHours(1));
        _gateway.Faults.Before("DeleteApiKey", () => new TooManyRequestsException("Too Many Requests"));

        var first = await RunAsync();
        var second = await RunAsync();

        Assert.Equal((1, 1), (first.KeysDeleted, first.Failures));
        Assert.Equal((1, 0), (second.KeysDeleted, second.Failures));
        Assert.Equal(["key0000002", "key0000004"], KeyIds);
    }

    [Fact]
    public async Task KeyThatHasGoneMeanwhile_IsNoFailure()
    {
        await RotateAsync();
        _gateway.Clock.Advance(TimeSpan.FromHours(1));
        _gateway.Faults.Before("DeleteApiKey", () => new NotFoundException("Invalid API Key identifier specified"));

        var counts = await RunAsync();

        Assert.Equal(0, counts.Failures);
    }

    private Task<UpkeepCounts> RunAsync() =>
        _gateway.Services.GetRequiredService<Upkeep>().RunAsync(TestContext.Current.CancellationToken);

    private async Task RotateAsync()
    {
        using var reply = await _gateway.PostAsync("/account/key/rotate", "{}", _token);
        Assert.Equal(200, (int)reply.StatusCode);
    }
}
