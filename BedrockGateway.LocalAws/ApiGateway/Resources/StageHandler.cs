using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.ApiGateway.DataPlane;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::Stage</c>: serves a deployment under a name.</summary>
/// <remarks>
/// Of <c>MethodSettings</c> only throttles count; logging, metrics and caching of methods are ignored, as are
/// <c>TracingEnabled</c>, <c>DocumentationVersion</c> and tags.
/// </remarks>
internal sealed class StageHandler(RestApiStore apis, AccountSettings account, TimeProvider clock) : IResourceHandler
{
    private static readonly string[] NotEmulated = ["CanarySetting", "ClientCertificateId"];

    public string Type => "AWS::ApiGateway::Stage";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string> { "RestApiId", "StageName" };

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var properties = request.Properties;
        var name = properties.RequiredText("StageName");
        var now = clock.GetUtcNow();
        apis.Update(properties.RequiredText("RestApiId"), api => api.Stages.ContainsKey(name)
            ? throw ApiGatewayFaults.Conflict("Stage already exists")
            : With(api, Apply(api, new(name, string.Empty, now, now), properties)));
        return new(ResultOf(name));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        apis.Update(
            request.Properties.RequiredText("RestApiId"),
            api => With(api, Apply(api, api.Stage(physicalId), request.Properties)));
        return new(ResultOf(physicalId));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        apis.UpdateIfPresent(
            properties.RequiredText("RestApiId"), api => api with { Stages = api.Stages.Remove(physicalId) });
        return default;
    }

    private static RestApi With(RestApi api, Stage stage) =>
        api with { Stages = api.Stages.SetItem(stage.Name, stage) };

    private Stage Apply(RestApi api, Stage stage, JsonObject properties)
    {
        if (Array.Find(NotEmulated, properties.ContainsKey) is { } property)
        {
            throw ApiGatewayFaults.NotEmulated($"{property} of a Stage");
        }

        if (properties.Flag("CacheClusterEnabled"))
        {
            throw ApiGatewayFaults.NotEmulated("caching of a Stage");
        }

        var deploymentId = properties.RequiredText("DeploymentId");
        if (!api.Deployments.ContainsKey(deploymentId))
        {
            throw ApiGatewayFaults.BadRequest("Deployment id does not exist");
        }

        var accessLog = properties.Object("AccessLogSetting");
        RequireLogRole(properties, accessLog);
        return stage with
        {
            DeploymentId = deploymentId,
            LastUpdatedDate = clock.GetUtcNow(),
            Description = properties.Text("Description"),
            Variables = properties.TextMap("Variables"),
            Throttles = ThrottlesOf(properties),
            AccessLogFormat = accessLog?.Text("Format") is { } format ? TemplateText.Parse(format) : null,
            AccessLogDestination = accessLog?.Text("DestinationArn"),
        };
    }

    private void RequireLogRole(JsonObject properties, JsonObject? accessLog)
    {
        var logs = accessLog is not null
            || properties.Objects("MethodSettings").Any(setting => setting.Text("LoggingLevel") is "ERROR" or "INFO");
        if (logs && account.CloudWatchRoleArn is null)
        {
            throw ApiGatewayFaults.BadRequest(
                "CloudWatch Logs role ARN must be set in account settings to enable logging");
        }
    }

    private static ImmutableDictionary<MethodPath, ThrottleSettings> ThrottlesOf(JsonObject properties) =>
        properties.Objects("MethodSettings")
            .Select(setting => (
                Method: MethodPath.Parse(setting.Text("ResourcePath") ?? "/*", setting.Text("HttpMethod") ?? "*"),
                Limits: new ThrottleSettings(
                    setting.Whole("ThrottlingBurstLimit"), setting.Number("ThrottlingRateLimit"))))
            .Where(setting => setting.Limits is not { BurstLimit: null, RateLimit: null })
            .ToImmutableDictionary(setting => setting.Method, setting => setting.Limits);

    private static ResourceResult ResultOf(string name) => new(name, ImmutableDictionary<string, string>.Empty);
}
