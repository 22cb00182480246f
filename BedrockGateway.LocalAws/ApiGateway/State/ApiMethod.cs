using System.Collections.Immutable;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>A verb of a resource: who may call it, what a request must have, what answers it.</summary>
internal sealed record ApiMethod(string HttpMethod, ApiIntegration Integration)
{
    /// <summary><c>NONE</c> or <c>COGNITO_USER_POOLS</c>.</summary>
    public string AuthorizationType { get; init; } = "NONE";

    public string? AuthorizerId { get; init; }

    /// <summary>OAuth scopes of which an access token needs one; empty asks for an ID token.</summary>
    public ImmutableArray<string> AuthorizationScopes { get; init; } = [];

    public bool ApiKeyRequired { get; init; }

    public string? RequestValidatorId { get; init; }

    /// <summary><c>method.request.{header|path|querystring}.{name}</c>, and whether it must be there.</summary>
    public ImmutableDictionary<string, bool> RequestParameters { get; init; } = ImmutableDictionary<string, bool>.Empty;

    /// <summary>Names of models by content type.</summary>
    public ImmutableDictionary<string, string> RequestModels { get; init; } = ImmutableDictionary<string, string>.Empty;
}
