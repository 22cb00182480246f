using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BedrockGateway.Connect.Sessions;

/// <summary>Gets the next ID token from Cognito, with the refresh token.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html. The call
/// needs no credentials of AWS; pool and client are those that the ID token names.
/// </remarks>
/// <param name="http">Sends.</param>
/// <param name="environment">
/// Knows <c>AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER</c> and <c>AWS_ENDPOINT_URL</c>, which go before AWS's address.
/// </param>
internal sealed partial class TokenRefresh(HttpMessageInvoker http, Func<string, string?> environment)
{
    /// <returns><see langword="null"/> where the refresh token is not worth anything any more.</returns>
    public async Task<Session?> RefreshAsync(Session session, CancellationToken cancellationToken)
    {
        var token = IdToken.Read(session.IdToken);
        if (EndpointOf(token.Issuer) is not { } endpoint)
        {
            return null;
        }

        var body = new JsonObject
        {
            ["AuthFlow"] = "REFRESH_TOKEN_AUTH",
            ["ClientId"] = token.ClientId,
            ["AuthParameters"] = new JsonObject { ["REFRESH_TOKEN"] = session.RefreshToken },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new StringContent(
                body.ToJsonString(), new MediaTypeHeaderValue("application/x-amz-json-1.1")),
        };
        request.Headers.Add("X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth");
        using var response = await http.SendAsync(request, cancellationToken);
        var reply = await ReplyText.ReadAsync(response, cancellationToken);
        if (!response.IsSuccessStatusCode
            || !reply.TryGetProperty("AuthenticationResult", out var result)
            || result.ValueKind is not JsonValueKind.Object
            || ReplyText.Find(result, "IdToken") is not { } next)
        {
            return null;
        }

        return session with
        {
            IdToken = next,
            // There is another one only where the pool rotates them.
            RefreshToken = ReplyText.Find(result, "RefreshToken") ?? session.RefreshToken,
            ApiKey = IdToken.Read(next).ApiKey ?? session.ApiKey,
        };
    }

    // https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEfGhI
    private Uri? EndpointOf(string issuer)
    {
        var named = environment("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER") ?? environment("AWS_ENDPOINT_URL");
        if (!string.IsNullOrEmpty(named))
        {
            return new(named);
        }

        return Issuer().Match(issuer) is { Success: true } pool ? new Uri(pool.Groups["endpoint"].Value) : null;
    }

    // The token comes from the gateway: the refresh token goes to AWS alone, whatever is in there.
    [GeneratedRegex(
        @"\A(?<endpoint>https://cognito-idp\.[a-z0-9-]+\.amazonaws\.com(\.cn)?)/[A-Za-z0-9_-]+\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Issuer();
}
