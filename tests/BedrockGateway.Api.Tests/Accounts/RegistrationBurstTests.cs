using System.Globalization;
using BedrockGateway.Api.Tests.Clients;
using BedrockGateway.Infra.Accounts;

namespace BedrockGateway.Api.Tests.Accounts;

/// <summary>Many who register at once, at an account that makes five keys a second.</summary>
public sealed class RegistrationBurstTests
{
    private const int People = 50;
    private const int OfOneAddress = 5;

    private const string Taken = "User already exists";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FiftyAtOnce_EachIsToldTheTruth(bool enforceControlRates)
    {
        await using var gateway = await EmulatedGateway.StartAsync(new() { EnforceControlRates = enforceControlRates });
        var addresses = Enumerable.Range(0, People)
            .Select(number => Math.Max(number, OfOneAddress - 1).ToString(CultureInfo.InvariantCulture))
            .Select(name => $"p{name}@example.com");

        var replies = await Task.WhenAll(addresses.Select(gateway.RegisterAsync));

        var made = replies.Where(reply => reply.Status == 200).ToList();
        var taken = replies.Where(reply => reply is { Status: 400, Message: Taken }).ToList();
        var late = replies.Where(reply => reply is { Status: 503, RetryAfter.TotalSeconds: 5 }).ToList();
        Assert.Equal(People, made.Count + taken.Count + late.Count);
        Assert.True(enforceControlRates || (made.Count, taken.Count) == (People - OfOneAddress + 1, OfOneAddress - 1));
        Assert.InRange(taken.Count, 0, OfOneAddress - 1);
        var all = await ReadAsync(gateway, enforceControlRates);
        Assert.Equal(made.Count, all.Users.Count);
        Assert.Equal(
            made.Select(reply => (string)reply.Body["data"]!["API Key"]!).Order(StringComparer.Ordinal),
            all.Keys.Select(key => key.Value).Order(StringComparer.Ordinal));
        Assert.Empty(new AccountRules(TimeSpan.Zero).Judge(all));
    }

    // The burst has left nothing of the account's rate.
    private static async Task<AccountsSnapshot> ReadAsync(
        EmulatedGateway gateway, bool enforceControlRates)
    {
        if (enforceControlRates)
        {
            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        }

        return await gateway.ReadAsync();
    }
}
