using Amazon.Runtime;

namespace BedrockGateway.Api.Hosting;

/// <summary>HTTP clients for AWS calls that may not be made twice.</summary>
/// <remarks>
/// The SDK sends a call whose connection ended up to ten times more, whatever <c>MaxErrorRetry</c> says: it takes every
/// <see cref="IOException"/> for a connection that had been idle for too long. Here it gets to see none.
/// </remarks>
internal sealed class SingleSendClients : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
#pragma warning disable CA2000 // The client disposes of its handlers.
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        return new(new SingleSend { InnerHandler = sockets });
#pragma warning restore CA2000
    }

    private sealed class SingleSend : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException fault) when (fault.InnerException is IOException)
            {
                throw new HttpRequestException(fault.HttpRequestError, fault.Message);
            }
        }
    }
}
