using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.ApiGateway.Resources;

/// <summary>
/// <c>AWS::ApiGateway::RestApi</c>, built from resources of its own rather than from an OpenAPI body.
/// </summary>
/// <remarks>Ignores <c>FailOnWarnings</c>, <c>Mode</c> and <c>Parameters</c>, which belong to a body.</remarks>
internal sealed class RestApiHandler(RestApiStore apis, TimeProvider clock) : IResourceHandler
{
    // Each would change what callers may do, so none is passed over in silence.
    private static readonly string[] NotEmulated =
        ["Body", "BodyS3Location", "CloneFrom", "Policy", "MinimumCompressionSize"];

    public string Type => "AWS::ApiGateway::RestApi";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string>();

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var api = new RestApi(
            ApiIds.New(10), ApiIds.New(10), request.Properties.RequiredText("Name"), clock.GetUtcNow());
        api = Apply(api, request.Properties);
        apis.Add(api);
        return new(ResultOf(api));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        apis.Update(physicalId, api => Apply(api, request.Properties));
        return new(ResultOf(apis.Get(physicalId)));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        apis.Remove(physicalId);
        return default;
    }

    private static RestApi Apply(RestApi api, JsonObject properties)
    {
        if (Array.Find(NotEmulated, properties.ContainsKey) is { } property)
        {
            throw ApiGatewayFaults.NotEmulated($"{property} of a RestApi");
        }

        if (properties.Text("ApiKeySourceType") is { } source and not "HEADER")
        {
            throw ApiGatewayFaults.NotEmulated($"API key source {source}");
        }

        var types = properties.Object("EndpointConfiguration")?.Texts("Types") ?? [];
        return api with
        {
            Name = properties.RequiredText("Name"),
            Description = properties.Text("Description"),
            BinaryMediaTypes = properties.Texts("BinaryMediaTypes"),
            IsEndpointDisabled = properties.Flag("DisableExecuteApiEndpoint"),
            EndpointTypes = types.IsEmpty ? ["EDGE"] : types,
            Tags = properties.Tags(),
        };
    }

    private static ResourceResult ResultOf(RestApi api) => new(api.Id, new Dictionary<string, string>
    {
        ["RestApiId"] = api.Id,
        ["RootResourceId"] = api.RootResourceId,
    });
}
