using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>An authorizer of type <c>COGNITO_USER_POOLS</c>.</summary>
/// <param name="Id">Identifier within the API.</param>
/// <param name="Name">Name for people.</param>
/// <param name="ProviderArns">ARNs of the user pools whose tokens count.</param>
/// <param name="Header">Request header that carries the token, from <c>method.request.header.{name}</c>.</param>
/// <param name="Audience">What the whole audience must match; <see langword="null"/> takes any.</param>
internal sealed record Authorizer(
    string Id, string Name, ImmutableArray<string> ProviderArns, string Header, Regex? Audience)
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    /// <exception cref="RegexParseException">It is no regular expression.</exception>
    public static Regex Pattern(string expression) => new(expression, RegexOptions.CultureInvariant, MatchTimeout);
}
