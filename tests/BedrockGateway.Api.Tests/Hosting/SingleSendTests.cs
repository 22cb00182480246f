using System.Net;
using System.Net.Sockets;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.Runtime;
using BedrockGateway.Api.Hosting;

namespace BedrockGateway.Api.Tests.Hosting;

/// <summary>Calls whose connection ends without a reply, and how often they are sent.</summary>
public sealed class SingleSendTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _sent;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CallMadeOnce_IsSentOnce(bool isReset)
    {
        using var client = Start(isReset, AwsRegistration.MadeOnce(new AmazonAPIGatewayConfig()));

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            client.CreateApiKeyAsync(new CreateApiKeyRequest(), Token));

        Assert.Equal(1, _sent);
    }

    /// <summary>What makes the above necessary; when this fails, the SDK has learned better.</summary>
    [Fact]
    public async Task CallWithoutRetries_IsSentSeveralTimesByTheSdk()
    {
        using var client = Start(isReset: true, new AmazonAPIGatewayConfig { MaxErrorRetry = 0 });

        await Assert.ThrowsAnyAsync<IOException>(() => client.CreateApiKeyAsync(new CreateApiKeyRequest(), Token));

        Assert.True(_sent > 1);
    }

    public void Dispose() => _listener.Dispose();

    private AmazonAPIGatewayClient Start(bool isReset, AmazonAPIGatewayConfig config)
    {
        _listener.Start();
        _ = EndAllAsync(isReset, Token);
        config.ServiceURL = $"http://{_listener.LocalEndpoint}";
        config.AuthenticationRegion = "us-east-1";
        return new(new BasicAWSCredentials("any", "any"), config);
    }

    // Reads the request, and ends the connection.
    private async Task EndAllAsync(bool isReset, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptSocketAsync(cancellationToken);
                await connection.ReceiveAsync(new byte[8192], cancellationToken);
                Interlocked.Increment(ref _sent);
                if (isReset)
                {
                    connection.LingerState = new(enable: true, seconds: 0);
                }
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }
}
