using System.Collections.Immutable;
using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>A deployed method with what it refers to looked up.</summary>
internal sealed record CompiledMethod(ApiResource Resource, ApiMethod Method)
{
    /// <summary>Who checks tokens; <see langword="null"/> lets everybody in.</summary>
    public Authorizer? Authorizer { get; init; }

    /// <summary>
    /// Required parameters by full name, sorted as a refusal lists them; empty where none is checked.
    /// </summary>
    public ImmutableArray<RequiredParameter> RequiredParameters { get; init; } = [];

    /// <summary>Schemas by content type; <see langword="null"/> where bodies are not checked.</summary>
    public ImmutableDictionary<string, JsonSchema>? BodySchemas { get; init; }

    /// <summary>The method's name in stage and plan settings.</summary>
    public MethodPath Name { get; } = new(Resource.Path, Method.HttpMethod);

    public static CompiledMethod Of(RestApi api, ApiResource resource, ApiMethod method)
    {
        var validator = method.RequestValidatorId is { } id ? api.Validators.GetValueOrDefault(id) : null;
        return new(resource, method)
        {
            Authorizer = method.AuthorizerId is { } authorizerId ? api.Authorizers[authorizerId] : null,
            RequiredParameters = validator?.Parameters == true ? RequiredOf(method) : [],
            BodySchemas = validator?.Body == true
                ? method.RequestModels.ToImmutableDictionary(
                    pair => pair.Key, pair => api.Models[pair.Value].Schema, StringComparer.OrdinalIgnoreCase)
                : null,
        };
    }

    private static ImmutableArray<RequiredParameter> RequiredOf(ApiMethod method) =>
        [.. method.RequestParameters
            .Where(pair => pair.Value)
            .Select(pair => RequiredParameter.Parse(pair.Key))
            .OrderBy(parameter => parameter.FullName, StringComparer.Ordinal)];
}

/// <summary>A parameter that a request must have, from <c>method.request.{place}.{name}</c>.</summary>
internal sealed record RequiredParameter(string FullName, string Place, string Name)
{
    public static RequiredParameter Parse(string fullName)
    {
        var parts = fullName.Split('.', 4);
        return parts is ["method", "request", "header" or "path" or "querystring", _]
            ? new(fullName, parts[2], parts[3])
            : throw ApiGatewayFaults.BadRequest($"Invalid mapping expression specified: {fullName}");
    }
}
