using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>Tells the gateway port's requests from the edge's, though one application serves both.</summary>
/// <remarks>The connection carries the mark, so that it does not matter which port the system picked.</remarks>
internal static class GatewayPort
{
    /// <summary>Marks the connections of a listener as the data plane's.</summary>
    public static void UseAsGatewayPort(this ListenOptions listener) => listener.Use(next => connection =>
    {
        connection.Features.Set(Mark.Instance);
        return next(connection);
    });

    /// <summary>
    /// Hands the data plane what arrives on its port, or under <c>/_aws/execute-api/</c> on the edge.
    /// </summary>
    public static void UseApiGateway(this IApplicationBuilder app) => app.Use((http, next) =>
        http.Features.Get<Mark>() is not null || IsEdgePath(http)
            ? http.RequestServices.GetRequiredService<GatewayRouter>().HandleAsync(http)
            : next(http));

    private static bool IsEdgePath(HttpContext http) =>
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.StartsWith(
            GatewayTarget.EdgePrefix, StringComparison.Ordinal);

    private sealed class Mark
    {
        public static Mark Instance { get; } = new();
    }
}
