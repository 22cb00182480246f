using BedrockGateway.Api.Tests.Clients;
using BedrockGateway.Infra.Accounts;

namespace BedrockGateway.Api.Tests.Accounts;

/// <summary><c>accounts check</c> on accounts that somebody has put out of order.</summary>
public sealed class AccountsCheckTests : IAsyncLifetime
{
    private const string Email = "ann@example.com";

    private EmulatedGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await EmulatedGateway.StartAsync();
        Assert.Equal(200, (await _gateway.RegisterAsync(Email)).Status);
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task AccountsInOrder_AreFine() =>
        Assert.Equal((true, "1 user, 1 key: 0 findings.\n"), await _gateway.CheckAsync(repair: false));

    [Fact]
    public async Task UserWhoLostTheKey_GetsANewOne()
    {
        var (user, key) = await OnlyAsync();
        await _gateway.MendAsync(new Mending.DeleteKey(key.Id));

        await AssertMendedAsync($"User {user.Subject} has no key.");

        var (_, made) = await OnlyAsync();
        Assert.NotEqual(key.Value, made.Value);
    }

    [Fact]
    public async Task UserWhomNobodyRegistered_IsDisabledAndGetsNoKey()
    {
        await _gateway.SignUpAsync("eve@example.com");
        var user = (await _gateway.ReadAsync()).Users.Single(user => user.Mark is null);

        await AssertMendedAsync($"User {user.Subject} can log in and was never registered with a key.");

        var all = await _gateway.ReadAsync();
        Assert.False(all.Users.Single(one => one.Subject == user.Subject).IsEnabled);
        Assert.Single(all.Keys);
    }

    [Fact]
    public async Task KeyWithoutUser_IsDeleted()
    {
        var (user, key) = await OnlyAsync();
        await _gateway.DeleteUserAsync(Email);

        await AssertMendedAsync($"Key {key.Id} belongs to user {user.Subject}, who does not exist.");

        Assert.Empty((await _gateway.ReadAsync()).Keys);
    }

    [Fact]
    public async Task KeyInNoPlan_JoinsTheUsers()
    {
        var (user, key) = await OnlyAsync();
        await _gateway.MendAsync(new Mending.LeavePlan(key.Id, Assert.Single(key.PlanIds)));

        await AssertMendedAsync($"Key {key.Id} of user {user.Subject} is in no plan.");

        Assert.Equal(key.PlanIds, (await OnlyAsync()).Key.PlanIds);
    }

    [Fact]
    public async Task WrongStoredKey_IsCorrected()
    {
        var (user, key) = await OnlyAsync();
        await _gateway.MendAsync(new Mending.Mark(user, "another-key-another-key-another-key"));

        await AssertMendedAsync($"The key that is stored with user {user.Subject} is not their key {key.Id}.");

        Assert.Equal(key.Value, (await OnlyAsync()).User.Mark);
    }

    [Fact]
    public async Task KeyOfADisabledUser_IsDisabled()
    {
        var (user, key) = await OnlyAsync();
        await _gateway.MendAsync(new Mending.DisableUser(user));

        await AssertMendedAsync($"Key {key.Id} works, and its user {user.Subject} is disabled.");

        Assert.False((await OnlyAsync()).Key.IsEnabled);
    }

    private async Task<(AccountUser User, AccountKey Key)> OnlyAsync()
    {
        var all = await _gateway.ReadAsync();
        return (Assert.Single(all.Users), Assert.Single(all.Keys));
    }

    private async Task AssertMendedAsync(string finding)
    {
        var (isFine, found) = await _gateway.CheckAsync(repair: false);
        Assert.False(isFine);
        Assert.StartsWith($"{finding}\n", found, StringComparison.Ordinal);
        var (isMended, said) = await _gateway.CheckAsync(repair: true);
        Assert.True(isMended, said);
        Assert.StartsWith($"{finding} Mended.\n", said, StringComparison.Ordinal);
        var (isFineNow, rest) = await _gateway.CheckAsync(repair: false);
        Assert.True(isFineNow, rest);
    }
}
