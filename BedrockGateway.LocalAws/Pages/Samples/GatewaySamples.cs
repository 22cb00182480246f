using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.ApiGateway.DataPlane;
using BedrockGateway.LocalAws.ApiGateway.DataPlane.Integrations;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Cognito;
using BedrockGateway.LocalAws.Lambda.Functions;

namespace BedrockGateway.LocalAws.Pages.Samples;

/// <summary>What API Gateway sends a function for each deployed route, written by the data plane itself.</summary>
internal sealed class GatewaySamples(
    RestApiStore apis, SampleCaller caller, IUserPoolTokens tokens, LocalAwsOptions options, IServiceProvider services)
{
    public async ValueTask<IReadOnlyList<SampleEvent>> OfAsync(string function, CancellationToken cancellationToken)
    {
        var samples = new List<SampleEvent>();
        foreach (var (api, stage, deployment) in apis.NewestFirst.SelectMany(Deployed))
        {
            foreach (var route in RoutesTo(function, deployment))
            {
                samples.Add(await WriteAsync(api, stage, deployment, route, cancellationToken));
            }
        }

        // Two APIs, or two stages of one, may have the same route; the newest API is the one that answers.
        return [.. samples.DistinctBy(sample => sample.Name)];
    }

    private static IEnumerable<(RestApi Api, Stage Stage, Deployment Deployment)> Deployed(RestApi api) =>
        from stage in api.Stages.Values.OrderBy(stage => stage.Name, StringComparer.Ordinal)
        let deployment = api.Deployments.GetValueOrDefault(stage.DeploymentId)
        where deployment is not null
        select (api, stage, deployment);

    private static IEnumerable<SampleRoute> RoutesTo(string function, Deployment deployment) =>
        from resource in deployment.Snapshot.Resources.Values.OrderBy(resource => resource.Path, StringComparer.Ordinal)
        from method in resource.Methods.Values.OrderBy(method => method.HttpMethod, StringComparer.Ordinal)
        where method.Integration is LambdaProxyIntegration integration
            && FunctionReference.Parse(integration.FunctionArn).Name == function
        from route in SampleRoute.Of(resource, method)
        select route;

    private async ValueTask<SampleEvent> WriteAsync(
        RestApi api, Stage stage, Deployment deployment, SampleRoute route, CancellationToken cancellationToken)
    {
        var http = NewHttp(route);
        var target = GatewayTarget.Parse($"/{stage.Name}{route.Path}");
        var request = new GatewayRequest(http, api, stage, deployment, target, options)
        {
            Body = Encoding.UTF8.GetBytes(route.Body ?? string.Empty),
        };
        var match = request.Compiled.Routes.Match(target.Path, route.Verb);
        request.Method = match?.Method;
        request.PathParameters = match?.PathParameters ?? [];
        var note = await SignInAsync(request, cancellationToken);
        return new(route.Name, note, JsonNode.Parse(ProxyEvent.Write(request).Span)!);
    }

    private DefaultHttpContext NewHttp(SampleRoute route)
    {
        var gateway = EmulatorAddresses.Of(services).Gateway;
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Loopback;
        http.Connection.LocalPort = gateway.Port;
        http.Request.Method = route.Verb;
        http.Request.Protocol = HttpProtocol.Http11;
        http.Request.Scheme = gateway.Scheme;
        http.Request.Headers.Accept = "*/*";
        http.Request.Headers.Host = gateway.Authority;
        http.Request.Headers.UserAgent = "LocalAws";
        if (route.Body is not null)
        {
            http.Request.Headers.ContentType = MediaTypes.Json;
        }

        return http;
    }

    // As the gateway would have let the request through, which is why none of its checks is made here.
    private async ValueTask<string?> SignInAsync(GatewayRequest request, CancellationToken cancellationToken)
    {
        if (request.Method is not { } method)
        {
            return null;
        }

        var user = method.Authorizer is { } authorizer ? caller.FindUser(authorizer) : null;
        if (method.Method.ApiKeyRequired && caller.FindKey(user, request.ApiId, request.Stage.Name) is { } key)
        {
            request.Key = key;
            request.Http.Request.Headers["x-api-key"] = key.Value;
        }

        if (method.Authorizer is null)
        {
            return null;
        }

        if (user is null || await caller.SignInAsync(method.Authorizer, user, cancellationToken) is not { } token)
        {
            return "Nobody is registered and confirmed yet, so that this event comes from nobody.";
        }

        request.Http.Request.Headers[method.Authorizer.Header] = token;
        request.Claims = tokens.Verify(method.Authorizer.ProviderArns, token).Claims is { } claims
            ? ClaimTexts.Of(claims)
            : null;
        return $"Signed in as {user.Attributes["email"] ?? user.Username}, who registered last.";
    }
}
