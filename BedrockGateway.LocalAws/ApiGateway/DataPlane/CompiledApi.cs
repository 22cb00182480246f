using System.Collections.Immutable;
using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>A deployed API, ready to serve.</summary>
internal sealed record CompiledApi(
    RouteTree Routes,
    ImmutableDictionary<string, GatewayResponse> GatewayResponses,
    ImmutableArray<string> BinaryMediaTypes)
{
    public static CompiledApi Of(RestApi api)
    {
        var routes = new RouteTree();
        foreach (var resource in api.Resources.Values)
        {
            foreach (var method in resource.Methods.Values)
            {
                routes.Add(CompiledMethod.Of(api, resource, method));
            }
        }

        return new(routes, api.GatewayResponses, api.BinaryMediaTypes);
    }

    /// <summary>Whether content of this type travels as base64.</summary>
    public bool IsBinary(string? contentType)
    {
        var type = MediaTypes.Bare(contentType);
        foreach (var binary in BinaryMediaTypes)
        {
            if (MediaTypes.Covers(binary, type))
            {
                return true;
            }
        }

        return false;
    }
}
