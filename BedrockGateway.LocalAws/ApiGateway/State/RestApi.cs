using System.Collections.Immutable;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>A REST API with everything below it. A value: a deployment keeps the one it saw.</summary>
internal sealed record RestApi(string Id, string RootResourceId, string Name, DateTimeOffset CreatedDate)
{
    public string? Description { get; init; }

    public ImmutableArray<string> EndpointTypes { get; init; } = ["EDGE"];

    /// <summary>Whether only custom domain names lead to it.</summary>
    public bool IsEndpointDisabled { get; init; }

    public ImmutableArray<string> BinaryMediaTypes { get; init; } = [];

    public ImmutableDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Resources by id, the root included.</summary>
    public ImmutableDictionary<string, ApiResource> Resources { get; init; } =
        ImmutableDictionary<string, ApiResource>.Empty.Add(RootResourceId, new(RootResourceId, null, null, "/"));

    public ImmutableDictionary<string, Authorizer> Authorizers { get; init; } =
        ImmutableDictionary<string, Authorizer>.Empty;

    /// <summary>Customised gateway responses by response type.</summary>
    public ImmutableDictionary<string, GatewayResponse> GatewayResponses { get; init; } =
        ImmutableDictionary<string, GatewayResponse>.Empty;

    /// <summary>Models by name.</summary>
    public ImmutableDictionary<string, ApiModel> Models { get; init; } = ImmutableDictionary<string, ApiModel>.Empty;

    public ImmutableDictionary<string, RequestValidator> Validators { get; init; } =
        ImmutableDictionary<string, RequestValidator>.Empty;

    public ImmutableDictionary<string, Deployment> Deployments { get; init; } =
        ImmutableDictionary<string, Deployment>.Empty;

    /// <summary>Stages by name.</summary>
    public ImmutableDictionary<string, Stage> Stages { get; init; } = ImmutableDictionary<string, Stage>.Empty;

    /// <exception cref="Wire.AwsFault"><c>NotFoundException</c> (404): the API has no such resource.</exception>
    public ApiResource Resource(string id) =>
        Resources.GetValueOrDefault(id) ?? throw ApiGatewayFaults.UnknownResource();

    /// <exception cref="Wire.AwsFault"><c>NotFoundException</c> (404): the API has no such stage.</exception>
    public Stage Stage(string name) => Stages.GetValueOrDefault(name) ?? throw ApiGatewayFaults.UnknownStage();
}
