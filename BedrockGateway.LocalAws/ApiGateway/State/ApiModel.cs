using BedrockGateway.LocalAws.ApiGateway.DataPlane;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>A named schema of bodies.</summary>
internal sealed record ApiModel(string Name, string ContentType, JsonSchema Schema);

/// <summary>Which parts of a request are checked before the integration.</summary>
internal sealed record RequestValidator(string Id, string? Name, bool Body, bool Parameters);
