using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Cognito;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane.Steps;

/// <summary>
/// The <c>COGNITO_USER_POOLS</c> authorizer: an ID token, or an access token where the method names scopes.
/// </summary>
/// <remarks>
/// Verdicts are not cached: <c>AuthorizerResultTtlInSeconds</c> is ignored, since verification is local and cheap.
/// Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html
/// </remarks>
internal sealed class Authorize(IUserPoolTokens tokens, LocalAwsOptions options) : IGatewayStep
{
    private const string Bearer = "Bearer ";

    private static readonly Rejection Unauthorized = new(GatewayFailure.Unauthorized);

    public string? SpanNameFor(GatewayRequest request) => request.Method?.Authorizer is null ? null : "authorizer";

    public async ValueTask<Rejection?> RunAsync(GatewayRequest request, CancellationToken cancellationToken)
    {
        if (request.Method is not { Authorizer: { } authorizer, Method.AuthorizationScopes: var scopes })
        {
            return null;
        }

        var token = request.Http.Request.Headers[authorizer.Header].ToString();
        if (token.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            token = token[Bearer.Length..].Trim();
        }

        if (token.Length == 0)
        {
            return Unauthorized;
        }

        var verdict = options.Directory is { } account
            ? await account.VerifyAsync(token, cancellationToken)
            : tokens.Verify(authorizer.ProviderArns, token);
        if (verdict.Status == TokenStatus.Expired)
        {
            return new(GatewayFailure.TokenExpired);
        }

        if (verdict is not { Status: TokenStatus.Valid, Claims: { } claims } || !IsMeant(claims, authorizer, scopes))
        {
            return Unauthorized;
        }

        request.Claims = ClaimTexts.Of(claims);
        return null;
    }

    private bool IsMeant(JsonObject claims, Authorizer authorizer, ImmutableArray<string> scopes)
    {
        var use = Text(claims, "token_use");
        var granted = Text(claims, "scope")?.Split(' ') ?? [];
        var fits = scopes.IsEmpty ? use == "id" : use == "access" && scopes.Any(granted.Contains);
        // An access token has no audience; its client is what the expression is about. That of an account elsewhere
        // names another client than ours, and its directory has judged the audience.
        return fits
            && (options.Directory is not null
                || authorizer.Audience?.IsMatch(Text(claims, "aud") ?? Text(claims, "client_id") ?? "") != false);
    }

    private static string? Text(JsonObject claims, string name) =>
        claims[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
