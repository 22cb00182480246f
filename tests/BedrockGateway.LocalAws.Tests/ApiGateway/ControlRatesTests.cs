using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

/// <summary>How often an account may call the control plane.</summary>
public sealed class ControlRatesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_AreMadeFiveASecond()
    {
        var clock = new FakeTimeProvider();
        await using var aws = await LocalAws.StartAsync(new() { Clock = clock, EnforceControlRates = true }, Token);
        using var http = new HttpClient { BaseAddress = aws.Endpoint };

        var first = await CountAsync(http, "/apikeys", 7);
        clock.Advance(TimeSpan.FromMilliseconds(400));
        var later = await CountAsync(http, "/apikeys", 7);

        Assert.Equal((5, 2), (first, later));
    }

    [Fact]
    public async Task AllCalls_AreTenASecondAndFortyAtOnce()
    {
        var clock = new FakeTimeProvider();
        await using var aws = await LocalAws.StartAsync(new() { Clock = clock, EnforceControlRates = true }, Token);
        using var http = new HttpClient { BaseAddress = aws.Endpoint };

        var first = await CountAsync(http, "/usageplans", 45, HttpMethod.Get);
        clock.Advance(TimeSpan.FromSeconds(1));
        var later = await CountAsync(http, "/usageplans", 45, HttpMethod.Get);

        Assert.Equal((40, 10), (first, later));
    }

    [Fact]
    public async Task WithoutTheOption_NothingIsCounted()
    {
        await using var aws = await LocalAws.StartAsync(new() { Clock = new FakeTimeProvider() }, Token);
        using var http = new HttpClient { BaseAddress = aws.Endpoint };

        Assert.Equal(60, await CountAsync(http, "/apikeys", 60));
    }

    private static async Task<int> CountAsync(HttpClient http, string path, int calls, HttpMethod? method = null)
    {
        var accepted = 0;
        for (var call = 0; call < calls; call++)
        {
            using var request = new HttpRequestMessage(method ?? HttpMethod.Post, path);
            request.Content = method is null ? new StringContent("""{"name":"k"}""") : null;
            request.Headers.TryAddWithoutValidation(
                "Authorization", "AWS4-HMAC-SHA256 Credential=t/20260102/us-east-1/apigateway/aws4_request, Signature=0");
            using var reply = await http.SendAsync(request, Token);
            if (reply.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.Equal("TooManyRequestsException", reply.Headers.GetValues("x-amzn-ErrorType").Single());
                Assert.Equal("""{"message":"Too Many Requests"}""", await reply.Content.ReadAsStringAsync(Token));
            }
            else
            {
                Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync(Token));
                accepted++;
            }
        }

        return accepted;
    }
}
