using System.Net;
using BedrockGateway.EndToEnd.Running;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.EndToEnd;

/// <summary>Throttle and quota of a person, and the throttle of the routes without a key.</summary>
public sealed class LimitTests(TestedGateway gateway)
{
    // More would be an attack on somebody's gateway.
    private const int MostBurst = 100;
    private const int MostQuota = 100;
    private const int PublicBurst = 20;
    private const int Rounds = 3;

    private static readonly (int Status, string Body) TooMany =
        GatewayReply.Rejection(429, "rate_limit_error", "Too Many Requests");

    private static readonly (int Status, string Body) Spent =
        GatewayReply.Rejection(429, "insufficient_quota", "Limit Exceeded");

    [Fact]
    public async Task BurstOfOnePerson_IsThrottledAndNobodyElseIs()
    {
        var (ada, bob) = (await gateway.People.EnrolAsync(), await gateway.People.EnrolAsync());
        var limits = await gateway.People.LimitsOfAsync(ada);
        Assert.SkipWhen(limits.Burst > MostBurst, $"A burst of {limits.Burst} is more than these tests send.");

        var replies = await UntilRefusedAsync(
            limits.Burst, () => gateway.HastyClient.GetAsync("bedrock", ada.IdToken, ada.Key));
        var neighbour = await gateway.HastyClient.GetAsync("bedrock", bob.IdToken, bob.Key);

        AssertThrottled(replies);
        Assert.Equal(HttpStatusCode.OK, neighbour.Status);
    }

    [Fact]
    public async Task SpentQuota_EndsOnePersonsRequestsAndNobodyElses()
    {
        var (ada, bob) = (await gateway.People.EnrolAsync(), await gateway.People.EnrolAsync());
        var quota = (await gateway.People.LimitsOfAsync(ada)).Quota;
        Assert.SkipWhen(quota > MostQuota, $"A quota of {quota} is more than these tests spend.");

        var served = 0;
        var reply = await gateway.Client.GetAsync("bedrock", ada.IdToken, ada.Key);
        for (; reply.Status == HttpStatusCode.OK && served < 2 * quota; served++)
        {
            reply = await gateway.Client.GetAsync("bedrock", ada.IdToken, ada.Key);
        }

        // API Gateway counts as well as it can, which is not exactly.
        Assert.InRange(served, gateway.IsLocal ? quota : 1, gateway.IsLocal ? quota : (2 * quota) - 1);
        Assert.Equal(Spent, reply.Whole);
        Assert.Equal("false", reply.Headers["x-should-retry"]);
        Assert.Equal(gateway.Cors.AllowedByErrors, reply.Headers["Access-Control-Allow-Origin"]);
        Assert.DoesNotContain("Retry-After", reply.Headers);
        Assert.Equal(
            HttpStatusCode.OK, (await gateway.Client.GetAsync("bedrock", bob.IdToken, bob.Key)).Status);
    }

    [Fact]
    public async Task BurstWithoutAKey_IsThrottled()
    {
        var replies = await UntilRefusedAsync(
            PublicBurst, () => gateway.HastyClient.PostAsync("register", "{}"));

        Assert.SkipWhen(
            !gateway.IsLocal && replies.All(reply => reply.Status != HttpStatusCode.TooManyRequests),
            "The routes without a key allow more than these tests send.");
        AssertThrottled(replies);
    }

    /// <summary>
    /// Sends more at once than the burst allows, again if so much time passed that all were let through.
    /// </summary>
    private static async Task<List<GatewayReply>> UntilRefusedAsync(int burst, Func<Task<GatewayReply>> send)
    {
        var replies = new List<GatewayReply>();
        for (var round = 0; round < Rounds && replies.All(reply => (int)reply.Status != 429); round++)
        {
            replies.AddRange(await Task.WhenAll(Enumerable.Range(0, burst * 3).Select(_ => send())));
        }

        return replies;
    }

    private void AssertThrottled(List<GatewayReply> replies)
    {
        // On a slow machine some may be over the quota as well, which is another test's matter.
        var refused = replies.FindAll(reply =>
            reply.Status == HttpStatusCode.TooManyRequests && !reply.Headers.ContainsKey("x-should-retry"));
        Assert.InRange(refused.Count, 1, replies.Count - 1);
        Assert.All(refused, reply =>
        {
            Assert.Equal(TooMany, reply.Whole);
            Assert.Equal("1", reply.Headers["Retry-After"]);
            Assert.Equal(gateway.Cors.AllowedByErrors, reply.Headers["Access-Control-Allow-Origin"]);
        });
    }
}
