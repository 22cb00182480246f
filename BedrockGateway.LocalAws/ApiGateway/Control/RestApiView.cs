using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>A REST API on the wire.</summary>
internal sealed record RestApiView(
    string Id,
    string Name,
    string? Description,
    long CreatedDate,
    IReadOnlyList<string>? BinaryMediaTypes,
    string ApiKeySource,
    EndpointView EndpointConfiguration,
    IReadOnlyDictionary<string, string> Tags,
    bool DisableExecuteApiEndpoint,
    string RootResourceId)
{
    public static RestApiView Of(RestApi api) => new(
        api.Id,
        api.Name,
        api.Description,
        api.CreatedDate.ToUnixTimeSeconds(),
        api.BinaryMediaTypes.IsEmpty ? null : api.BinaryMediaTypes,
        "HEADER",
        new(api.EndpointTypes),
        api.Tags,
        DisableExecuteApiEndpoint: false,
        api.RootResourceId);
}

/// <summary>Kinds of an API's endpoint.</summary>
internal sealed record EndpointView(IReadOnlyList<string> Types);
