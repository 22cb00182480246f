using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BedrockGateway.Api.Tests.Fakes;

/// <summary>Signs tokens as a user pool does and serves its key set over HTTP.</summary>
internal sealed class UserPool : IAsyncDisposable
{
    public const string PoolId = "eu-west-1_TestPool1";
    public const string ClientId = "client0000000000000000001";
    public const string Issuer = "https://cognito-idp.eu-west-1.amazonaws.com/" + PoolId;

    // One for all pools: making an RSA key takes longer than most tests.
    private static readonly RsaSecurityKey FirstKey = NewKey("key-1");

    private readonly WebApplication _server;

    private UserPool(WebApplication server) => _server = server;

    public RsaSecurityKey Key { get; private set; } = FirstKey;

    public int Fetches { get; private set; }

    public bool Broken { get; set; }

    public string Address => _server.Urls.Single();

    public static RsaSecurityKey NewKey(string kid) => new(RSA.Create(2048)) { KeyId = kid };

    public static async Task<UserPool> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var pool = new UserPool(builder.Build());
        pool._server.MapGet($"/{PoolId}/.well-known/jwks.json", pool.ServeKeys);
        await pool._server.StartAsync(TestContext.Current.CancellationToken);
        return pool;
    }

    public void Rotate() => Key = NewKey("key-2");

    public string IdToken(string subject, string? apiKey, TimeProvider clock) => Sign(Claims(subject, apiKey, clock));

    public string AccessToken(string subject, TimeProvider clock) => Sign(AccessClaims(subject, clock));

    public static Dictionary<string, object> AccessClaims(string subject, TimeProvider clock)
    {
        var claims = Claims(subject, apiKey: null, clock);
        claims.Remove("aud");
        claims["client_id"] = ClientId;
        claims["token_use"] = "access";
        return claims;
    }

    public static Dictionary<string, object> Claims(string subject, string? apiKey, TimeProvider clock)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["sub"] = subject,
            ["iss"] = Issuer,
            ["aud"] = ClientId,
            ["token_use"] = "id",
            ["iat"] = now,
            ["auth_time"] = now,
            ["exp"] = now + 3600,
        };
        if (apiKey is not null)
        {
            claims["custom:api_key"] = apiKey;
        }

        return claims;
    }

    public string Sign(Dictionary<string, object> claims, SecurityKey? key = null, string algorithm = "RS256") =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor { Claims = claims, SigningCredentials = new(key ?? Key, algorithm) });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private IResult ServeKeys()
    {
        Fetches++;
        if (Broken)
        {
            return Results.StatusCode(500);
        }

        var parameters = Key.Rsa.ExportParameters(includePrivateParameters: false);
        return Results.Text(
            $$"""
            {"keys":[{"alg":"RS256","e":"{{Base64UrlEncoder.Encode(parameters.Exponent)}}","kid":"{{Key.KeyId}}",
            "kty":"RSA","n":"{{Base64UrlEncoder.Encode(parameters.Modulus)}}","use":"sig"}]}
            """,
            "application/json");
    }
}
