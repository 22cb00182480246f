using System.Net.Http.Headers;
using BedrockGateway.Connect.Sessions;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace BedrockGateway.Connect.Proxy;

/// <summary>Puts the user's token and key in place of whatever credentials a client has made up.</summary>
internal sealed class CredentialTransformer(Session session) : HttpTransformer
{
    private const string ApiKey = "x-api-key";

    // The placeholders of clients, signatures of AWS's SDKs, and what browsers keep.
    private static readonly string[] Removed =
    [
        ApiKey, "Authorization", "Cookie", "Origin", "Referer", "api-key",
        "X-Amz-Date", "X-Amz-Security-Token", "X-Amz-Content-Sha256",
    ];

    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext,
        HttpRequestMessage proxyRequest,
        string destinationPrefix,
        CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        foreach (var name in Removed)
        {
            proxyRequest.Headers.Remove(name);
        }

        // Escaped slashes in ids of models stay escaped.
        var target = httpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        proxyRequest.RequestUri = new(destinationPrefix + target, AsItIs);
        proxyRequest.Headers.Host = null;
        proxyRequest.Headers.Authorization = new AuthenticationHeaderValue("Bearer", session.IdToken);
        proxyRequest.Headers.Add(ApiKey, session.ApiKey);
    }
}
