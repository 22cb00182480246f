using System.Net.Sockets;
using System.Text;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

/// <summary>A body that no HTTP library sends.</summary>
public sealed class BrokenBodyTests
{
    [Fact]
    public async Task ChunkWithoutALength_Is400()
    {
        await using var host = await GatewayHost.StartAsync();
        await TestApi.DeployedAsync(host);

        var answer = await SendAsync(
            host.Aws.Gateway,
            "POST /prod/x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");

        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nx-amzn-ErrorType: BadRequestException\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n{\"message\": \"Invalid request body\"}", answer, StringComparison.Ordinal);
        Assert.Empty(host.Lambda.Requests);
    }

    private static async Task<string> SendAsync(Uri gateway, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(gateway.Host, gateway.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var count)
            {
                answer.Append(Encoding.ASCII.GetString(buffer, 0, count));
            }
        }
        catch (IOException)
        {
            // The server resets what it has not read to its end.
        }

        return answer.ToString();
    }
}
