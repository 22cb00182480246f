using System.Collections.Immutable;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>A domain name under which stages are served, each below a base path.</summary>
/// <param name="Name">Host name in lower case.</param>
/// <param name="Target">
/// AWS's host name, to which DNS would point: <c>d-abc.execute-api.us-east-1.amazonaws.com</c>.
/// </param>
internal sealed record CustomDomain(string Name, string Target)
{
    /// <summary>What a mapping without a base path is called.</summary>
    public const string NoBasePath = "(none)";

    /// <summary>Mappings by base path, or by <see cref="NoBasePath"/>.</summary>
    public ImmutableDictionary<string, BasePathMapping> Mappings { get; init; } =
        ImmutableDictionary<string, BasePathMapping>.Empty;
}

/// <summary>What is served below a base path.</summary>
/// <param name="RestApiId">The API.</param>
/// <param name="Stage">
/// Its stage; <see langword="null"/> where callers name the stage behind the base path.
/// </param>
internal sealed record BasePathMapping(string RestApiId, string? Stage);
