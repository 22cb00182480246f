using System.Collections.Immutable;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>One segment of an API's paths.</summary>
/// <param name="Id">Identifier within the API.</param>
/// <param name="ParentId">Resource above it; <see langword="null"/> for the root.</param>
/// <param name="PathPart">
/// Last segment: a word, <c>{name}</c> or <c>{name+}</c>; <see langword="null"/> for the root.
/// </param>
/// <param name="Path">Whole path, such as <c>/v1/{proxy+}</c>.</param>
internal sealed record ApiResource(string Id, string? ParentId, string? PathPart, string Path)
{
    /// <summary>Methods by verb, where <c>ANY</c> stands for those that have none of their own.</summary>
    public ImmutableDictionary<string, ApiMethod> Methods { get; init; } = ImmutableDictionary<string, ApiMethod>.Empty;
}
