using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.ApiGateway.DataPlane;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::Model</c>: a JSON Schema, of which a part is emulated.</summary>
internal sealed class ModelHandler(RestApiStore apis) : IResourceHandler
{
    private const int NameSuffixLength = 12;

    public string Type => "AWS::ApiGateway::Model";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new HashSet<string> { "ContentType", "Name", "RestApiId" };

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        // Names of models are alphanumeric, so a generated one has no hyphens.
        var name = request.Properties.Text("Name")
            ?? $"{request.LogicalId}{ApiIds.New(NameSuffixLength)}";
        return new(Put(request.Properties, name));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        new(Put(request.Properties, physicalId));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        apis.UpdateIfPresent(
            properties.RequiredText("RestApiId"), api => api with { Models = api.Models.Remove(physicalId) });
        return default;
    }

    private ResourceResult Put(JsonObject properties, string name)
    {
        var model = new ApiModel(
            name, properties.Text("ContentType") ?? MediaTypes.Json, JsonSchema.Parse(SchemaOf(properties["Schema"])));
        apis.Update(
            properties.RequiredText("RestApiId"),
            api => api with { Models = api.Models.SetItem(name, model) });
        return new(name, ImmutableDictionary<string, string>.Empty);
    }

    // CloudFormation takes the schema as an object or as its text.
    private static JsonNode? SchemaOf(JsonNode? schema)
    {
        try
        {
            return schema is JsonValue text && text.TryGetValue<string>(out var json) ? JsonNode.Parse(json) : schema;
        }
        catch (JsonException)
        {
            throw ApiGatewayFaults.BadRequest("Invalid model specified: the schema is no JSON");
        }
    }
}
