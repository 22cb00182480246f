using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>Finds the API that a request is for.</summary>
internal sealed class GatewayAddress(RestApiStore apis, CustomDomainStore domains)
{
    private const string ExecuteApi = ".execute-api.";

    /// <summary>
    /// The API that an edge path, a custom domain name or API Gateway's own host names; else the newest that has the
    /// stage.
    /// </summary>
    /// <param name="host">Host of the request.</param>
    /// <param name="target">The request's target; behind a custom domain name, as the mapping makes it.</param>
    public RestApi? Find(string host, ref GatewayTarget target)
    {
        if (target.ApiId is not null)
        {
            return Open(apis.Find(target.ApiId));
        }

        if (domains.FindByHost(host) is { } domain)
        {
            if (target.Behind(domain) is not { } behind)
            {
                return null;
            }

            target = behind;
            return apis.Find(behind.ApiId!);
        }

        var label = host.IndexOf(ExecuteApi, StringComparison.OrdinalIgnoreCase);
        return label > 0 ? Open(apis.Find(host[..label])) : NewestWith(target.Stage);
    }

    private static RestApi? Open(RestApi? api) => api is { IsEndpointDisabled: false } ? api : null;

    private RestApi? NewestWith(string stage)
    {
        foreach (var api in apis.NewestFirst)
        {
            if (!api.IsEndpointDisabled && api.Stages.ContainsKey(stage))
            {
                return api;
            }
        }

        return null;
    }
}
