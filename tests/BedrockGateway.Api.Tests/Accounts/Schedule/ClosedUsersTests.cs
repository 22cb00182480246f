using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Accounts;
using BedrockGateway.Api.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace BedrockGateway.Api.Tests.Accounts.Schedule;

/// <summary>When users who closed their account are removed.</summary>
public sealed class ClosedUsersTests : IAsyncLifetime
{
    private Gateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        foreach (var name in new[] { "ann", "bob", "eve" })
        {
            var (token, _) = await _gateway.EnterAsync($"{name}@example.com");
            if (name is not "eve")
            {
                using var closed = await _gateway.SendAsync(
                    HttpMethod.Delete, "/account", token, body: """{"password":"Passw0rd!"}""");
                Assert.Equal(200, (int)closed.StatusCode);
            }
        }
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData("DAY", 14)]
    [InlineData("WEEK", 86)]
    [InlineData("MONTH", 662)]
    public async Task ClosedUsers_GoWithThePeriodOfTheQuota(string period, int hours)
    {
        _gateway.Keys.Plan.Quota = new() { Limit = 25, Period = period };
        _gateway.Clock.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromSeconds(1));
        var early = await RunAsync();
        _gateway.Clock.Advance(TimeSpan.FromSeconds(1));

        var late = await RunAsync();

        Assert.Equal((0, 2), (early.UsersRemoved, late.UsersRemoved));
        Assert.Equal(["eve@example.com"], _gateway.Cognito.Users.Select(user => user.Email));
    }

    [Fact]
    public async Task UserWhoIsEnabled_Stays()
    {
        _gateway.Cognito.Users.First().Enabled = true;
        _gateway.Clock.Advance(TimeSpan.FromDays(1));

        var counts = await RunAsync();

        Assert.Equal(1, counts.UsersRemoved);
        Assert.Equal(
            ["ann@example.com", "eve@example.com"], _gateway.Cognito.Users.Select(user => user.Email));
    }

    [Fact]
    public async Task UserWhomAnAdministratorDisabled_Stays()
    {
        _gateway.Cognito.Users.Last().Enabled = false;
        _gateway.Clock.Advance(TimeSpan.FromDays(1));

        await RunAsync();

        Assert.Equal(["eve@example.com"], _gateway.Cognito.Users.Select(user => user.Email));
    }

    [Fact]
    public async Task FailureWithOneUser_DoesNotKeepTheOthers()
    {
        _gateway.Clock.Advance(TimeSpan.FromDays(1));
        _gateway.Faults.Before("AdminDeleteUser", () => new TooManyRequestsException("Too many requests"));
        _gateway.Faults.After("AdminDeleteUser", () => new HttpRequestException("secret-host:443"));

        var first = await RunAsync();
        var second = await RunAsync();

        Assert.Equal((0, 2), (first.UsersRemoved, first.Failures));
        Assert.Equal((1, 0), (second.UsersRemoved, second.Failures));
        Assert.Equal(["eve@example.com"], _gateway.Cognito.Users.Select(user => user.Email));
        Assert.DoesNotContain("ann@example.com", _gateway.Log, StringComparison.Ordinal);
    }

    private Task<UpkeepCounts> RunAsync() =>
        _gateway.Services.GetRequiredService<Upkeep>().RunAsync(TestContext.Current.CancellationToken);
}
