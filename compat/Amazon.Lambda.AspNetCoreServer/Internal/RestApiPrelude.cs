#pragma warning disable CA2252 // Response streaming is in preview, and off unless the application asks for it.
using System.Net;
using Amazon.Lambda.Core.ResponseStreaming;
using Microsoft.AspNetCore.Http.Features;

namespace Amazon.Lambda.AspNetCoreServer.Internal;

/// <summary>Status and headers that the pipeline set, as they go before a streamed reply.</summary>
internal static class RestApiPrelude
{
    public static HttpResponseStreamPrelude Of(InvocationFeatures features)
    {
        var prelude = new HttpResponseStreamPrelude
        {
            StatusCode = (HttpStatusCode)(features.StatusCode != 0 ? features.StatusCode : 200),
        };
        foreach (var (name, values) in ((IHttpResponseFeature)features).Headers)
        {
            switch (name.ToUpperInvariant())
            {
                case "CONTENT-LENGTH" or "TRANSFER-ENCODING":
                    // The gateway frames the reply itself, and takes a length for a mistake.
                    break;
                case "SET-COOKIE":
                    prelude.Cookies = [.. values!];
                    break;
                default:
                    prelude.MultiValueHeaders[name] = [.. values!];
                    break;
            }
        }

        return prelude;
    }
}
