using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.ApiGateway.DataPlane;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::Method</c>: a verb of a resource with its integration.</summary>
/// <remarks>Ignores <c>MethodResponses</c> and <c>OperationName</c>.</remarks>
internal sealed class MethodHandler(RestApiStore apis) : IResourceHandler
{
    private const int MaxNameLength = 255;

    public string Type => "AWS::ApiGateway::Method";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new HashSet<string> { "HttpMethod", "ResourceId", "RestApiId" };

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        Put(request.Properties, isNew: true);
        return new(new ResourceResult(request.GenerateName(MaxNameLength), ImmutableDictionary<string, string>.Empty));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        Put(request.Properties, isNew: false);
        return new(new ResourceResult(physicalId, ImmutableDictionary<string, string>.Empty));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        apis.UpdateIfPresent(properties.RequiredText("RestApiId"), api =>
            api.Resources.GetValueOrDefault(properties.RequiredText("ResourceId")) is { } resource
                ? WithMethods(api, resource, resource.Methods.Remove(properties.RequiredText("HttpMethod")))
                : api);
        return default;
    }

    private void Put(JsonObject properties, bool isNew) => apis.Update(properties.RequiredText("RestApiId"), api =>
    {
        var resource = api.Resource(properties.RequiredText("ResourceId"));
        var method = Read(api, properties);
        return isNew && resource.Methods.ContainsKey(method.HttpMethod)
            ? throw ApiGatewayFaults.Conflict("Method already exists for this resource")
            : WithMethods(api, resource, resource.Methods.SetItem(method.HttpMethod, method));
    });

    private static RestApi WithMethods(
        RestApi api, ApiResource resource, ImmutableDictionary<string, ApiMethod> methods) =>
        api with { Resources = api.Resources.SetItem(resource.Id, resource with { Methods = methods }) };

    private static ApiMethod Read(RestApi api, JsonObject properties)
    {
        var method = new ApiMethod(
            properties.RequiredText("HttpMethod"), IntegrationReader.Read(properties.Object("Integration")))
        {
            AuthorizationType = properties.Text("AuthorizationType") ?? "NONE",
            AuthorizerId = properties.Text("AuthorizerId"),
            AuthorizationScopes = properties.Texts("AuthorizationScopes"),
            ApiKeyRequired = properties.Flag("ApiKeyRequired"),
            RequestValidatorId = properties.Text("RequestValidatorId"),
            RequestParameters = (properties.Object("RequestParameters") ?? []).ToImmutableDictionary(
                pair => RequiredParameter.Parse(pair.Key).FullName, pair => pair.Value?.ToString() is "true" or "True"),
            RequestModels = properties.TextMap("RequestModels"),
        };
        RequireReferences(api, method);
        return method;
    }

    private static void RequireReferences(RestApi api, ApiMethod method)
    {
        if (method.AuthorizationType is not ("NONE" or "COGNITO_USER_POOLS"))
        {
            throw ApiGatewayFaults.NotEmulated($"authorization type {method.AuthorizationType}");
        }

        var isOpen = method.AuthorizationType == "NONE";
        if (isOpen ? method.AuthorizerId is not null : !Has(api.Authorizers, method.AuthorizerId))
        {
            throw ApiGatewayFaults.BadRequest(
                "Invalid Authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS "
                + "requires a valid authorizer.");
        }

        if (method.RequestValidatorId is { } validator && !Has(api.Validators, validator))
        {
            throw ApiGatewayFaults.BadRequest("Invalid Request Validator identifier specified");
        }

        if (method.RequestModels.Values.FirstOrDefault(model => !Has(api.Models, model)) is { } unknown)
        {
            throw ApiGatewayFaults.BadRequest($"Invalid model identifier specified: {unknown}");
        }
    }

    private static bool Has<T>(ImmutableDictionary<string, T> things, string? id) =>
        id is not null && things.ContainsKey(id);
}
