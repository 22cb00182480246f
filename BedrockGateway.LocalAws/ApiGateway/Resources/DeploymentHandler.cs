using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::Deployment</c>: keeps the API as it is at this moment.</summary>
internal sealed class DeploymentHandler(RestApiStore apis, TimeProvider clock) : IResourceHandler
{
    private static readonly string[] NotEmulated = ["StageName", "StageDescription", "DeploymentCanarySettings"];

    public string Type => "AWS::ApiGateway::Deployment";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new HashSet<string> { "DeploymentCanarySettings", "RestApiId" };

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        if (Array.Find(NotEmulated, request.Properties.ContainsKey) is { } property)
        {
            throw ApiGatewayFaults.NotEmulated($"{property} of a Deployment; a Stage resource does the same");
        }

        var id = ApiIds.New(6);
        apis.Update(request.Properties.RequiredText("RestApiId"), api =>
        {
            if (api.Resources.Values.All(resource => resource.Methods.IsEmpty))
            {
                throw ApiGatewayFaults.BadRequest("The REST API doesn't contain any methods");
            }

            var deployment = new Deployment(id, request.Properties.Text("Description"), clock.GetUtcNow(), api);
            return api with { Deployments = api.Deployments.Add(id, deployment) };
        });
        return new(ResultOf(id));
    }

    /// <summary>Changes the description; what is deployed stays as it is.</summary>
    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        var description = request.Properties.Text("Description");
        apis.Update(request.Properties.RequiredText("RestApiId"), api => api with
        {
            Deployments = api.Deployments.SetItem(physicalId, api.Deployments[physicalId].Describe(description)),
        });
        return new(ResultOf(physicalId));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        apis.UpdateIfPresent(properties.RequiredText("RestApiId"), api =>
            api.Stages.Values.Any(stage => stage.DeploymentId == physicalId)
                ? throw ApiGatewayFaults.BadRequest(
                    "Active stages pointing to this deployment must be moved or deleted")
                : api with { Deployments = api.Deployments.Remove(physicalId) });
        return default;
    }

    private static ResourceResult ResultOf(string id) =>
        new(id, new Dictionary<string, string> { ["DeploymentId"] = id });
}
