using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.ApiGateway.DataPlane;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::GatewayResponse</c>: how the API words one kind of its own errors.</summary>
internal sealed class GatewayResponseHandler(RestApiStore apis) : IResourceHandler
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "ACCESS_DENIED", "API_CONFIGURATION_ERROR", "AUTHORIZER_CONFIGURATION_ERROR", "AUTHORIZER_FAILURE",
        "BAD_REQUEST_BODY", "BAD_REQUEST_PARAMETERS", "DEFAULT_4XX", "DEFAULT_5XX", "EXPIRED_TOKEN",
        "INTEGRATION_FAILURE", "INTEGRATION_TIMEOUT", "INVALID_API_KEY", "INVALID_SIGNATURE",
        "MISSING_AUTHENTICATION_TOKEN", "QUOTA_EXCEEDED", "REQUEST_TOO_LARGE", "RESOURCE_NOT_FOUND", "THROTTLED",
        "UNAUTHORIZED", "UNSUPPORTED_MEDIA_TYPE", "WAF_FILTERED",
    };

    public string Type => "AWS::ApiGateway::GatewayResponse";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string> { "ResponseType", "RestApiId" };

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        Put(request.Properties, isNew: true);
        return new(ResultOf(ApiIds.New(10)));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        Put(request.Properties, isNew: false);
        return new(ResultOf(physicalId));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        apis.UpdateIfPresent(properties.RequiredText("RestApiId"), api => api with
        {
            GatewayResponses = api.GatewayResponses.Remove(properties.RequiredText("ResponseType")),
        });
        return default;
    }

    private void Put(JsonObject properties, bool isNew)
    {
        var response = Read(properties);
        apis.Update(properties.RequiredText("RestApiId"), api =>
            isNew && api.GatewayResponses.ContainsKey(response.ResponseType)
                ? throw ApiGatewayFaults.Conflict($"GatewayResponse {response.ResponseType} already exists")
                : api with { GatewayResponses = api.GatewayResponses.SetItem(response.ResponseType, response) });
    }

    private static GatewayResponse Read(JsonObject properties)
    {
        var type = properties.RequiredText("ResponseType");
        if (!Types.Contains(type))
        {
            throw ApiGatewayFaults.BadRequest($"Invalid response type specified: {type}");
        }

        var headers = properties.TextMap("ResponseParameters");
        foreach (var (parameter, expression) in headers)
        {
            RejectionWriter.RequireHeader(parameter);
            MappingExpression.Require(expression);
        }

        var templates = properties.TextMap("ResponseTemplates");
        var contentType = templates.ContainsKey(MediaTypes.Json)
            ? MediaTypes.Json
            : templates.Keys.Order(StringComparer.Ordinal).FirstOrDefault() ?? MediaTypes.Json;
        return new(
            type,
            properties.Whole("StatusCode"),
            headers,
            contentType,
            templates.TryGetValue(contentType, out var template) ? TemplateText.Parse(template) : null);
    }

    private static ResourceResult ResultOf(string id) => new(id, new Dictionary<string, string> { ["Id"] = id });
}
