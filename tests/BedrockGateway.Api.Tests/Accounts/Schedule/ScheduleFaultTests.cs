using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Clients;
using BedrockGateway.Infra.Accounts;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BedrockGateway.Api.Tests.Accounts.Schedule;

/// <summary>What the schedule does, whatever becomes of any of its calls: the next run finishes it.</summary>
public sealed class ScheduleFaultTests(FaultTable table) : IClassFixture<FaultTable>
{
    private const string GetKeys = "apigateway:GetApiKeys";
    private const string GetPlans = "apigateway:GetUsagePlans";
    private const string DeleteKey = "apigateway:DeleteApiKey";

    private static readonly TimeSpan AfterMinutes = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterGrace = TimeSpan.FromHours(2);
    private static readonly TimeSpan AfterMonth = TimeSpan.FromDays(32);

    public static TheoryData<string, string> Expire() => FaultTable.Rows(GetKeys, DeleteKey);

    public static TheoryData<string, string> End() => FaultTable.Rows(GetKeys, GetPlans, "apigateway:TagResource");

    public static TheoryData<string, string> TurnOff() => FaultTable.Rows(GetKeys, "apigateway:UpdateApiKey");

    public static TheoryData<string, string> Mend() => FaultTable.Rows(
        GetKeys,
        "cognito-idp:AdminGetUser",
        "apigateway:GetApiKey",
        $"{GetKeys}#2",
        GetPlans,
        "cognito-idp:AdminUpdateUserAttributes",
        DeleteKey);

    public static TheoryData<string, string> Remove() => FaultTable.Rows(
        "cognito-idp:ListUsersInGroup", GetPlans, $"{GetKeys}#2", DeleteKey, "cognito-idp:AdminDeleteUser");

    [Theory]
    [MemberData(nameof(Expire))]
    public async Task KeyPastItsGrace_IsDeleted(string call, string kind)
    {
        var (sub, _, _) = await RotatedAsync();

        await RunAsync(call, kind, AfterGrace);

        Assert.True(Assert.Single(await KeysAsync(sub)).IsLasting);
    }

    [Theory]
    [MemberData(nameof(End))]
    public async Task KeyThatNothingWouldDelete_GetsAnEnd(string call, string kind)
    {
        var (sub, oldId, _) = await RotatedAsync();
        await table.Gateway.UntagKeyAsync(oldId, "expires");

        await RunAsync(call, kind, AfterMinutes);

        Assert.Equal(oldId, Assert.Single(await KeysAsync(sub), key => !key.IsLasting).Id);
    }

    [Theory]
    [MemberData(nameof(TurnOff))]
    public async Task KeysInGraceOfADisabledOne_AreDisabled(string call, string kind)
    {
        var (sub, _, newId) = await RotatedAsync();
        await table.Gateway.MendAsync(new Mending.DisableKey(newId));

        await RunAsync(call, kind, AfterMinutes);

        Assert.All(await KeysAsync(sub), key => Assert.False(key.IsEnabled));
    }

    [Theory]
    [MemberData(nameof(Mend))]
    public async Task RotationThatWasCutOff_LeavesNoTrace(string call, string kind)
    {
        // As the process left it that was killed when it had stored the new key.
        var (sub, oldId, newId) = await RotatedAsync();
        await table.Gateway.UntagKeyAsync(oldId, "expires");
        await table.Gateway.TagKeyAsync(newId, ("attempt", "cut"), ("expires", "2026-01-01T00:00:00Z"));

        await RunAsync(call, kind, TimeSpan.Zero);

        var key = Assert.Single(await KeysAsync(sub));
        Assert.Equal(oldId, key.Id);
        var all = await table.Gateway.ReadAsync();
        Assert.True(key.IsMarkedBy(all.Users.Single(user => user.Subject == sub).Mark));
    }

    [Theory]
    [MemberData(nameof(Remove))]
    public async Task UserWhoClosedTheAccount_IsRemovedWithTheKeys(string call, string kind)
    {
        var (_, token) = await table.EnterAsync();
        var closed = await table.FailAsync(DeleteKey, "is refused", () => table.Gateway.SendAsync(
            HttpMethod.Delete, "account", new JsonObject { ["password"] = EmulatedGateway.Password }, token));
        Assert.Equal(400, closed.Status);

        await RunAsync(call, kind, AfterMonth);

        var sub = new JsonWebToken(token).Subject;
        Assert.DoesNotContain((await table.Gateway.ReadAsync()).Users, user => user.Subject == sub);
        Assert.Empty(await KeysAsync(sub));
    }

    private async Task<(string Sub, string OldId, string NewId)> RotatedAsync()
    {
        var (_, token) = await table.EnterAsync();
        var sub = new JsonWebToken(token).Subject;
        var oldId = Assert.Single(await KeysAsync(sub)).Id;
        var rotated = await table.Gateway.SendAsync(HttpMethod.Post, "account/key/rotate", [], token);
        return (sub, oldId, (string)rotated.Body["data"]!["keyId"]!);
    }

    // A run that says that something failed is followed by the next one.
    private async Task RunAsync(string call, string kind, TimeSpan ahead)
    {
        if ((await table.FailAsync(call, kind, () => table.Gateway.LookAfterAsync(ahead))).Status != 200)
        {
            Assert.Equal(200, (await table.Gateway.LookAfterAsync(ahead)).Status);
        }

        var all = await table.Gateway.ReadAsync();
        Assert.Empty(new AccountRules(inFlight: TimeSpan.Zero).Judge(all with { TakenAt = all.TakenAt + ahead }));
    }

    private async Task<IEnumerable<AccountKey>> KeysAsync(string sub) =>
        (await table.Gateway.ReadAsync()).Keys.Where(key => key.Subject == sub);
}
