using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Hosting;

/// <summary>Which pages may read the API's replies.</summary>
public sealed class CorsTests
{
    private const string Two = "https://a.example.com, https://b.example.com";

    [Theory]
    [InlineData("*", "https://anywhere.example.net", "*", null)]
    [InlineData("", "https://anywhere.example.net", "*", null)]
    [InlineData(Two, "https://b.example.com", "https://b.example.com", "Origin")]
    [InlineData(Two, "https://b.example.com.evil.org", "https://a.example.com", "Origin")]
    [InlineData(Two, null, "https://a.example.com", "Origin")]
    public async Task Origin_IsAllowedOnlyWhereItIsListed(
        string origins, string? origin, string allowed, string? vary)
    {
        await using var gateway = await Gateway.StartAsync(FunctionRole.Kestrel, $"--CORS_ORIGINS={origins}");

        foreach (var method in new[] { HttpMethod.Options, HttpMethod.Post })
        {
            using var request = new HttpRequestMessage(method, "/login");
            if (origin is not null)
            {
                request.Headers.Add("Origin", origin);
            }

            using var reply = await gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal([allowed], reply.Headers.GetValues("Access-Control-Allow-Origin"));
            Assert.Equal(vary, reply.Headers.Vary.SingleOrDefault());
        }
    }
}
