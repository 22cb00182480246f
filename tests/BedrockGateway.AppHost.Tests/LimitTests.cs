using System.Diagnostics;
using System.Globalization;
using System.Net;
using BedrockGateway.AppHost.Tests.Clients;
using BedrockGateway.AppHost.Tests.Running;

namespace BedrockGateway.AppHost.Tests;

/// <summary>Throttle and quota of a person, and the throttle of the routes without a key, as the command line sets them.</summary>
public sealed class LimitTests
{
    private const int Rate = 1;
    private const int Burst = 2;
    private const int Quota = 5;
    private const int PublicBurst = 4;

    private static readonly (int Status, string Body) TooMany =
        GatewayReply.Rejection(429, "rate_limit_error", "Too Many Requests");

    private static readonly (int Status, string Body) Spent =
        GatewayReply.Rejection(429, "insufficient_quota", "Limit Exceeded");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Limits_HoldForEachPersonAndForEveryoneWithoutAKey()
    {
        await using var gateway = await RunningGateway.StartAsync(
            $"--API_THROTTLE_RATE_LIMIT={Rate}",
            $"--API_THROTTLE_BURST_LIMIT={Burst}",
            $"--API_QUOTA_LIMIT={Quota}",
            $"--PUBLIC_RATE_LIMIT={Rate}",
            $"--PUBLIC_BURST_LIMIT={PublicBurst}");
        var client = gateway.Client;
        var (ada, bob, eve) = (await client.EnrolAsync(), await client.EnrolAsync(), await client.EnrolAsync());

        await AssertThrottledAsync(Burst, () => client.GetAsync("bedrock", ada.IdToken, ada.Key));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("bedrock", bob.IdToken, bob.Key)).Status);
        await AssertQuotaAsync(() => client.GetAsync("bedrock", eve.IdToken, eve.Key));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("bedrock", bob.IdToken, bob.Key)).Status);
        await AssertThrottledAsync(PublicBurst, () => client.PostAsync("register", "{}"));
    }

    /// <summary>At most the burst gets through at once, and one more for each second that passes.</summary>
    private static async Task AssertThrottledAsync(int burst, Func<Task<GatewayReply>> send)
    {
        var started = Stopwatch.GetTimestamp();
        var replies = await Task.WhenAll(Enumerable.Range(0, burst * 4).Select(_ => send()));
        var seconds = (int)Math.Ceiling(Stopwatch.GetElapsedTime(started).TotalSeconds);

        var refused = replies.Where(reply => reply.Status == HttpStatusCode.TooManyRequests).ToList();
        Assert.InRange(replies.Length - refused.Count, 1, burst + (seconds * Rate));
        Assert.NotEmpty(refused);
        Assert.All(refused, reply =>
        {
            Assert.Equal(TooMany, reply.Whole);
            Assert.Equal("1", reply.Headers["Retry-After"]);
            Assert.Equal("*", reply.Headers["Access-Control-Allow-Origin"]);
            Assert.DoesNotContain("x-should-retry", reply.Headers);
        });
    }

    /// <summary>A client that waits as it is told gets as much as the quota, and then no wait helps.</summary>
    private static async Task AssertQuotaAsync(Func<Task<GatewayReply>> send)
    {
        for (var served = 0; served < Quota; served++)
        {
            Assert.Equal(HttpStatusCode.OK, (await PatientlyAsync(send)).Status);
        }

        var beyond = await PatientlyAsync(send);
        Assert.Equal(Spent, beyond.Whole);
        Assert.Equal("false", beyond.Headers["x-should-retry"]);
        Assert.Equal("*", beyond.Headers["Access-Control-Allow-Origin"]);
        Assert.DoesNotContain("Retry-After", beyond.Headers);
    }

    private static async Task<GatewayReply> PatientlyAsync(Func<Task<GatewayReply>> send)
    {
        for (var attempt = 0; ; attempt++)
        {
            var reply = await send();
            if (attempt == Quota || !reply.Headers.TryGetValue("Retry-After", out var wait))
            {
                return reply;
            }

            await Task.Delay(TimeSpan.FromSeconds(int.Parse(wait, CultureInfo.InvariantCulture)), Token);
        }
    }
}
