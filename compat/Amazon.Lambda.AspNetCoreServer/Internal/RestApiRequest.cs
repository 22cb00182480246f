using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Amazon.Lambda.AspNetCoreServer.Internal;

/// <summary>A REST API's event as the features of a request.</summary>
internal static class RestApiRequest
{
    /// <summary>
    /// The principal that the authorizer verified, <see langword="null"/> where there is no authorizer.
    /// </summary>
    public static void ReadUser(InvocationFeatures features, APIGatewayProxyRequest request)
    {
        if (request.RequestContext?.Authorizer is { } authorizer)
        {
            var claims = authorizer.Claims is { Count: > 0 } verified
                ? verified.Select(claim => new Claim(claim.Key, claim.Value))
                : authorizer
                    .Where(entry => entry.Value is not null
                        && !string.Equals(entry.Key, "claims", StringComparison.OrdinalIgnoreCase))
                    .Select(entry => new Claim(entry.Key, entry.Value.ToString()!));
            features.User = new(new ClaimsIdentity(claims, "AuthorizerIdentity"));
        }
    }

    /// <summary>Method, address, headers and body. The stage becomes the path base.</summary>
    public static void ReadRequest(InvocationFeatures features, APIGatewayProxyRequest request)
    {
        var query = QueryOf(request);
        features.Method = request.HttpMethod;
        features.QueryString = query;
        features.RawTarget = request.Path + query;
        (features.PathBase, var path) = SplitPath(PathOf(request), request.RequestContext?.Path);
        features.Path = Decode(path);

        var http = (IHttpRequestFeature)features;
        ReadHeaders(http.Headers, request);
        if (!string.IsNullOrEmpty(request.Body))
        {
            http.Body = new MemoryStream(
                request.IsBase64Encoded ? Convert.FromBase64String(request.Body) : Encoding.UTF8.GetBytes(request.Body),
                writable: false);
        }

        if (!http.Headers.ContainsKey("Content-Length"))
        {
            http.Headers.ContentLength = http.Body.Length;
        }
    }

    public static void ReadConnection(InvocationFeatures features, APIGatewayProxyRequest request)
    {
        if (IPAddress.TryParse(request.RequestContext?.Identity?.SourceIp, out var source))
        {
            features.RemoteIpAddress = source;
        }

        if (request.Headers?.TryGetValue("X-Forwarded-Port", out var text) is true
            && int.TryParse(text, CultureInfo.InvariantCulture, out var port))
        {
            features.RemotePort = port;
        }

        features.ConnectionId = request.RequestContext?.ConnectionId ?? string.Empty;
    }

    public static void ReadCertificate(InvocationFeatures features, APIGatewayProxyRequest request)
    {
        if (request.RequestContext?.Identity?.ClientCert?.ClientCertPem is { } pem)
        {
            features.ClientCertificate = X509Certificate2.CreateFromPem(pem);
        }
    }

    // A greedy resource is filled in from its parameters; that drops what API Gateway ignores, such as a trailing
    // slash.
    private static string PathOf(APIGatewayProxyRequest request)
    {
        var path = request.Path;
        if (request.PathParameters?.TryGetValue("proxy", out var proxy) is true
            && !string.IsNullOrEmpty(request.Resource))
        {
            path = request.Resource.Replace("{proxy+}", proxy, StringComparison.Ordinal);
            foreach (var (name, value) in request.PathParameters.Where(parameter => parameter.Key != "proxy"))
            {
                path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
            }
        }

        return path is ['/', ..] ? path : "/" + path;
    }

    // path /bedrock, context path /prod/bedrock -> base /prod, path /bedrock
    // A slash at the end of either counts for both.
    private static (string PathBase, string Path) SplitPath(string path, string? contextPath)
    {
        if (string.IsNullOrEmpty(contextPath))
        {
            return (string.Empty, path);
        }

        if (path.EndsWith('/') && !contextPath.EndsWith('/'))
        {
            contextPath += "/";
        }
        else if (!path.EndsWith('/') && contextPath.EndsWith('/'))
        {
            path += "/";
        }

        return contextPath.EndsWith(path, StringComparison.Ordinal)
            ? (contextPath[..^path.Length], path)
            : (string.Empty, path);
    }

    // A plus is a plus in a path, and an encoded slash is no separator.
    private static string Decode(string path) => WebUtility.UrlDecode(path
        .Replace("+", "%2B", StringComparison.Ordinal)
        .Replace("%2F", "%252F", StringComparison.OrdinalIgnoreCase));

    private static string QueryOf(APIGatewayProxyRequest request)
    {
        var query = new StringBuilder();
        if (request.MultiValueQueryStringParameters is { Count: > 0 } all)
        {
            foreach (var (name, values) in all)
            {
                foreach (var value in values)
                {
                    Append(query, name, value);
                }
            }
        }
        else
        {
            foreach (var (name, value) in request.QueryStringParameters ?? new Dictionary<string, string>())
            {
                Append(query, name, value);
            }
        }

        return query.ToString();
    }

    private static void Append(StringBuilder query, string name, string value) =>
        query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(WebUtility.UrlEncode(value));

    private static void ReadHeaders(IHeaderDictionary headers, APIGatewayProxyRequest request)
    {
        if (request.MultiValueHeaders is { Count: > 0 } all)
        {
            foreach (var (name, values) in all)
            {
                headers[name] = new StringValues([.. values]);
            }
        }
        else
        {
            foreach (var (name, value) in request.Headers ?? new Dictionary<string, string>())
            {
                headers[name] = value;
            }
        }

        if (!headers.ContainsKey("Host"))
        {
            headers.Host = $"apigateway-{request.RequestContext?.ApiId}-{request.RequestContext?.Stage}";
        }
    }
}
