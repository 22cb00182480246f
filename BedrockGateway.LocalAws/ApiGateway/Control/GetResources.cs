using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>GetResources</c>: lists an API's resources by path, deployed or not.</summary>
/// <remarks>
/// Ignores <c>embed</c>: methods are named, not described.
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetResources.html
/// </remarks>
internal static class GetResources
{
    /// <exception cref="AwsFault"><c>NotFoundException</c> (404): there is no such API.</exception>
    public static RestJsonService MapGetResources(this RestJsonService service, RestApiStore apis) => service.Map(
        "GetResources", "GET", "/restapis/{restapi_id}/resources", (call, cancellationToken) => call.ReplyAsync(
            HttpStatusCode.OK,
            apis.Get(call.Path("restapi_id")).Resources.Values
                .OrderBy(resource => resource.Path, StringComparer.Ordinal)
                .Index()
                .Cut(call, entry => entry.Index + 1L, entry => ResourceView.Of(entry.Item)),
            ApiGatewayJsonContext.Default.ResourcePage,
            cancellationToken));
}

/// <summary>A resource on the wire.</summary>
internal sealed record ResourceView(
    string Id, string? ParentId, string? PathPart, string Path, Dictionary<string, JsonObject>? ResourceMethods)
{
    public static ResourceView Of(ApiResource resource) => new(
        resource.Id,
        resource.ParentId,
        resource.PathPart,
        resource.Path,
        resource.Methods.IsEmpty ? null : resource.Methods.Keys.ToDictionary(verb => verb, _ => new JsonObject()));
}
