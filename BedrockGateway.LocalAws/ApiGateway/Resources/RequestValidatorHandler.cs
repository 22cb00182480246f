using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::RequestValidator</c>: which parts of requests are checked.</summary>
internal sealed class RequestValidatorHandler(RestApiStore apis) : IResourceHandler
{
    public string Type => "AWS::ApiGateway::RequestValidator";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string> { "Name", "RestApiId" };

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        new(Put(request.Properties, ApiIds.New(6)));

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        new(Put(request.Properties, physicalId));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        apis.UpdateIfPresent(
            properties.RequiredText("RestApiId"),
            api => api with { Validators = api.Validators.Remove(physicalId) });
        return default;
    }

    private ResourceResult Put(JsonObject properties, string id)
    {
        var validator = new RequestValidator(
            id,
            properties.Text("Name"),
            properties.Flag("ValidateRequestBody"),
            properties.Flag("ValidateRequestParameters"));
        apis.Update(
            properties.RequiredText("RestApiId"),
            api => api with { Validators = api.Validators.SetItem(id, validator) });
        return new(id, new Dictionary<string, string> { ["RequestValidatorId"] = id });
    }
}
