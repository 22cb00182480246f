using BedrockGateway.LocalAws.ApiGateway.DataPlane;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>An API as it was when it was deployed; stages serve this and nothing newer.</summary>
internal sealed class Deployment(string id, string? description, DateTimeOffset createdDate, RestApi snapshot)
{
    private readonly Lazy<CompiledApi> _compiled = new(() => CompiledApi.Of(snapshot));

    public string Id { get; } = id;

    public string? Description { get; } = description;

    public DateTimeOffset CreatedDate { get; } = createdDate;

    public RestApi Snapshot => snapshot;

    /// <summary>The snapshot ready to serve, made at the first request.</summary>
    public CompiledApi Compiled => _compiled.Value;

    /// <summary>The same snapshot under another description.</summary>
    public Deployment Describe(string? text) => new(Id, text, CreatedDate, snapshot);
}
