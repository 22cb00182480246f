using System.Net;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Admin;

/// <summary>POST /admin/users/{sub}/plan.</summary>
public sealed class PlanMoveTests : IAsyncLifetime
{
    private const string KeyId = "key0000002";
    private const string CopyId = "copy-of-key0000002";

    private AdminFixture _fixture = null!;

    public static TheoryData<string, bool, int> Faults =>
    [
        .. from step in new[]
           {
               "GetApiKeys", "GetUsagePlans", "DeleteUsagePlanKey", "CreateUsagePlanKey", "AdminRemoveUserFromGroup",
               "AdminAddUserToGroup",
           }
           from isLost in new[] { false, true }
           from kind in new[] { 0, 1 }
           select new TheoryDataRow<string, bool, int>(step, isLost, kind),
    ];

    public async ValueTask InitializeAsync() => _fixture = await AdminFixture.StartAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Keys_MoveWithTheGroup()
    {
        await MoveAsync("free");
        _fixture.Gateway.Keys.Copy(KeyId, key => key.Tags = new() { ["expires"] = "2026-03-05T00:00:00Z" });

        using var reply = await SendAsync("pro");

        await reply.SucceedsAsync("The user is in the plan pro.");
        Assert.Equal(PlanTokens.ProId, PlanOf(KeyId));
        Assert.Equal(PlanTokens.ProId, PlanOf(CopyId));
        Assert.Equal(["plan-pro"], _fixture.User.Groups);
        Assert.Equal(FakeApiGateway.PlanId, PlanOf("key0000001"));
    }

    [Fact]
    public async Task Default_HasNoGroup()
    {
        _fixture.User.Groups.Add("other");
        await MoveAsync("pro");

        await MoveAsync("default");

        Assert.Equal(FakeApiGateway.PlanId, PlanOf(KeyId));
        Assert.Equal(["other"], _fixture.User.Groups);
    }

    [Fact]
    public async Task SamePlan_ChangesNothing()
    {
        await MoveAsync("pro");
        var calls = _fixture.Gateway.Faults.Calls.Count;

        await MoveAsync("pro");

        Assert.DoesNotContain(
            _fixture.Gateway.Faults.Calls.Skip(calls),
            call => call is "DeleteUsagePlanKey" or "CreateUsagePlanKey" or "AdminAddUserToGroup"
                or "AdminRemoveUserFromGroup");
    }

    [Fact]
    public async Task KeyInNoPlan_JoinsIt()
    {
        await _fixture.Gateway.Keys.DeleteUsagePlanKeyAsync(
            new() { UsagePlanId = FakeApiGateway.PlanId, KeyId = KeyId }, TestContext.Current.CancellationToken);

        await MoveAsync("pro");

        Assert.Equal(PlanTokens.ProId, PlanOf(KeyId));
    }

    [Fact]
    public async Task NewLimits_HoldAtOnceOnKestrelToo()
    {
        var token = _fixture.Gateway.TokenOf(AdminFixture.Ann);
        _fixture.Gateway.Keys.Plan.Throttle = new() { RateLimit = 0, BurstLimit = 0 };
        using var slow = await _fixture.Gateway.SendAsync(HttpMethod.Get, "/bedrock", token, _fixture.User.ApiKey);

        await MoveAsync("pro");
        using var fast = await _fixture.Gateway.SendAsync(HttpMethod.Get, "/bedrock", token, _fixture.User.ApiKey);

        Assert.Equal(HttpStatusCode.TooManyRequests, slow.StatusCode);
        Assert.Equal(HttpStatusCode.OK, fast.StatusCode);
    }

    [Theory]
    [InlineData("Pro")]
    [InlineData("plan-pro")]
    [InlineData("gold")]
    public async Task UnknownPlan_IsRefused(string plan)
    {
        using var reply = await SendAsync(plan);

        await reply.FailsAsync(400, "plan must be one of default, free, pro.");
    }

    [Fact]
    public async Task NoPlan_IsMissing()
    {
        using var reply = await _fixture.SendAsync("POST", $"{_fixture.UserPath}/plan", "{}");

        await reply.FailsAsync(422, "Missing required parameters.");
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task FailedStep_LeavesAllAsItWasAndARepeatMoves(string step, bool isLost, int kind)
    {
        await MoveAsync("free");
        var failure = AdminFixture.Failures.ElementAt(kind);
        if (isLost)
        {
            _fixture.Gateway.Faults.After(step, failure);
        }
        else
        {
            _fixture.Gateway.Faults.Before(step, failure);
        }

        using var failed = await SendAsync("pro");

        Assert.Equal(kind == 0 ? HttpStatusCode.InternalServerError : HttpStatusCode.BadGateway, failed.StatusCode);
        Assert.Equal(PlanTokens.FreeId, PlanOf(KeyId));
        Assert.Equal(["plan-free"], _fixture.User.Groups);
        Assert.DoesNotContain("left something behind", _fixture.Gateway.Log, StringComparison.Ordinal);
        await MoveAsync("pro");
        Assert.Equal(PlanTokens.ProId, PlanOf(KeyId));
        Assert.Equal(["plan-pro"], _fixture.User.Groups);
    }

    private string? PlanOf(string keyId) => _fixture.Gateway.Keys.PlanOf(keyId);

    private Task<HttpResponseMessage> SendAsync(string plan) =>
        _fixture.SendAsync("POST", $"{_fixture.UserPath}/plan", $$"""{"plan":"{{plan}}"}""");

    private async Task MoveAsync(string plan)
    {
        using var reply = await SendAsync(plan);
        await reply.SucceedsAsync($"The user is in the plan {plan}.");
    }
}
