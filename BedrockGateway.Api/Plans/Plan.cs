using BedrockGateway.Api.Models;

namespace BedrockGateway.Api.Plans;

/// <summary>What a user may do with their key, as the company named it.</summary>
/// <param name="Name">Such as <c>pro</c>; <see cref="DefaultName"/> for those whom nobody gave another.</param>
/// <param name="Id">Id of the usage plan, which keeps rate, burst and quota.</param>
/// <param name="Models">The models that may be called, as far as the gateway allows them.</param>
internal sealed record Plan(string Name, string Id, AllowedModels Models)
{
    public const string DefaultName = "default";

    /// <summary>Prefix of the groups of the pool that say which plan a user has.</summary>
    public const string GroupPrefix = "plan-";

    /// <summary>The group that those in the plan are in; <see langword="null"/> for the default.</summary>
    public string? Group => Name is DefaultName ? null : GroupPrefix + Name;
}
