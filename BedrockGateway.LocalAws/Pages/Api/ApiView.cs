using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Lambda.Functions;

namespace BedrockGateway.LocalAws.Pages.Api;

/// <summary>A stage of an API with the routes that it serves.</summary>
/// <param name="Id">Id of the API.</param>
/// <param name="Name">Name of the API.</param>
/// <param name="Stage">Name of the stage.</param>
/// <param name="Url">Where it answers.</param>
/// <param name="DeploymentId">The snapshot that is served.</param>
/// <param name="DeployedAt">When it was taken.</param>
/// <param name="Routes">In the order of their paths.</param>
internal sealed record ApiView(
    string Id,
    string Name,
    string Stage,
    string Url,
    string DeploymentId,
    DateTimeOffset? DeployedAt,
    IReadOnlyList<RouteView> Routes)
{
    public static IEnumerable<ApiView> Of(RestApi api, Uri gateway) =>
        from stage in api.Stages.Values.OrderBy(stage => stage.Name, StringComparer.Ordinal)
        let deployment = api.Deployments.GetValueOrDefault(stage.DeploymentId)
        select new ApiView(
            api.Id,
            api.Name,
            stage.Name,
            new Uri(gateway, $"{stage.Name}/").ToString(),
            stage.DeploymentId,
            deployment?.CreatedDate,
            deployment is null ? [] : [.. RouteView.Of(deployment.Snapshot, stage)]);
}

/// <summary>A route of a stage.</summary>
/// <param name="Verb">HTTP method, or <c>ANY</c>.</param>
/// <param name="Path">Such as <c>/bedrock</c>.</param>
/// <param name="Authorizer">Name of who checks tokens; <see langword="null"/> for nobody.</param>
/// <param name="NeedsKey">Whether an API key is needed.</param>
/// <param name="Function">Name of the function that answers; <see langword="null"/> for the gateway itself.</param>
/// <param name="Throttle">What the stage sets for this route alone.</param>
internal sealed record RouteView(
    string Verb, string Path, string? Authorizer, bool NeedsKey, string? Function, ThrottleView? Throttle)
{
    public static IEnumerable<RouteView> Of(RestApi api, Stage stage) =>
        from resource in api.Resources.Values.OrderBy(resource => resource.Path, StringComparer.Ordinal)
        from method in resource.Methods.Values.OrderBy(method => method.HttpMethod, StringComparer.Ordinal)
        select new RouteView(
            method.HttpMethod,
            resource.Path,
            method.AuthorizerId is { } id ? api.Authorizers.GetValueOrDefault(id)?.Name : null,
            method.ApiKeyRequired,
            method.Integration is LambdaProxyIntegration proxy
                ? FunctionReference.Parse(proxy.FunctionArn).Name
                : null,
            ThrottleView.Of(stage.Throttles.GetValueOrDefault(new(resource.Path, method.HttpMethod))));
}

/// <summary>A token bucket.</summary>
internal sealed record ThrottleView(double? RateLimit, int? BurstLimit)
{
    public static ThrottleView? Of(ThrottleSettings? settings) =>
        settings is null ? null : new(settings.RateLimit, settings.BurstLimit);
}
