using System.Globalization;
using BedrockGateway.Api.Tests.Clients;

namespace BedrockGateway.Api.Tests.Accounts;

/// <summary><c>accounts prune-unconfirmed</c>: who never confirmed an address goes, with the key.</summary>
public sealed class PruneUnconfirmedTests : IAsyncLifetime
{
    private const string Confirmed = "ann@example.com";
    private const string Unconfirmed = "bob@example.com";

    private EmulatedGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await EmulatedGateway.StartAsync();
        Assert.Equal(200, (await _gateway.RegisterAsync(Confirmed)).Status);
        Assert.Equal(200, (await _gateway.RegisterAsync(Unconfirmed)).Status);
        await _gateway.EnterAsync(Confirmed);
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task UnconfirmedUser_GoesWithTheKey()
    {
        var bob = (await _gateway.ReadAsync()).Users.Single(user => user.Status == "UNCONFIRMED");
        var since = bob.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        var planned = await _gateway.PruneAsync(TimeSpan.Zero, dryRun: true);
        var before = await _gateway.ReadAsync();
        var said = await _gateway.PruneAsync(TimeSpan.Zero, dryRun: false);

        Assert.Equal(
            $"Would delete user {bob.Subject}, unconfirmed since {since}.\n1 user would be deleted; none was.\n",
            planned);
        Assert.Equal((2, 2), (before.Users.Count, before.Keys.Count));
        Assert.Equal($"Deleted user {bob.Subject}, unconfirmed since {since}.\n1 user deleted.\n", said);
        var after = await _gateway.ReadAsync();
        Assert.Equal("CONFIRMED", Assert.Single(after.Users).Status);
        Assert.Equal(after.Users[0].Subject, Assert.Single(after.Keys).Subject);
        Assert.Empty(await _gateway.FindingsAsync());
    }

    [Fact]
    public async Task RecentRegistration_IsLeftAlone()
    {
        Assert.Equal("0 users deleted.\n", await _gateway.PruneAsync(TimeSpan.FromDays(7), dryRun: false));
        Assert.Equal(2, (await _gateway.ReadAsync()).Users.Count);
    }
}
