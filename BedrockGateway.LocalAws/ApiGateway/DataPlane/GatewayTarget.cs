using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>A request target cut into what the gateway tells apart, still encoded as it was sent.</summary>
/// <param name="ApiId">API named by an edge path; <see langword="null"/> on the gateway port.</param>
/// <param name="Stage">First segment of the path.</param>
/// <param name="Path">Path below the stage: <c>/x/</c>.</param>
/// <param name="FullPath">Path as it was sent: <c>/prod/x/</c>.</param>
/// <param name="Query">What follows the question mark.</param>
internal sealed record GatewayTarget(string? ApiId, string Stage, string Path, string FullPath, string Query)
{
    /// <summary>Custom domain name that was called; <see langword="null"/> for the API's own.</summary>
    public string? Domain { get; init; }

    /// <summary>Where the data plane is found on the edge: <c>/_aws/execute-api/{api}/{stage}/...</c>.</summary>
    public const string EdgePrefix = "/_aws/execute-api/";

    public static GatewayTarget Parse(string rawTarget)
    {
        // GET http://host/path HTTP/1.1, as it is sent through a proxy.
        var target = rawTarget.StartsWith('/') || !Uri.TryCreate(rawTarget, UriKind.Absolute, out var absolute)
            ? rawTarget
            : absolute.PathAndQuery;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? target : target[..question];
        var query = question < 0 ? string.Empty : target[(question + 1)..];
        return path.StartsWith(EdgePrefix, StringComparison.Ordinal)
            ? ParseEdge(path[EdgePrefix.Length..], query)
            : Cut(null, path, query);
    }

    /// <summary>
    /// What a custom domain name makes of the path: base path, stage or neither stand before the route.
    /// </summary>
    /// <returns><see langword="null"/> where nothing is mapped there.</returns>
    public GatewayTarget? Behind(CustomDomain domain)
    {
        var first = Stage;
        if (first.Length > 0 && domain.Mappings.TryGetValue(first, out var mapping))
        {
            return mapping.Stage is { } stage
                ? this with { ApiId = mapping.RestApiId, Stage = stage, Domain = domain.Name }
                : Cut(mapping.RestApiId, Path, Query) with { FullPath = FullPath, Domain = domain.Name };
        }

        if (!domain.Mappings.TryGetValue(CustomDomain.NoBasePath, out var rest))
        {
            return null;
        }

        return rest.Stage is { } only
            ? this with { ApiId = rest.RestApiId, Stage = only, Path = FullPath, Domain = domain.Name }
            : this with { ApiId = rest.RestApiId, Domain = domain.Name };
    }

    private static GatewayTarget ParseEdge(string path, string query)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? Cut(path, "/", query) : Cut(path[..slash], path[slash..], query);
    }

    // "//prod/x" is "/prod/x"; "/prod//x" has the full path "/prod//x" and the path "/x".
    private static GatewayTarget Cut(string? apiId, string path, string query)
    {
        var full = $"/{path.TrimStart('/')}";
        var slash = full.IndexOf('/', 1);
        return slash < 0
            ? new(apiId, full[1..], "/", full, query)
            : new(apiId, full[1..slash], $"/{full[slash..].TrimStart('/')}", full, query);
    }
}
