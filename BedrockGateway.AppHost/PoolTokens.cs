using System.Buffers.Text;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Cognito;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BedrockGateway.AppHost;

/// <summary>Verifies the ID tokens of a user pool's client by the keys that the pool publishes.</summary>
internal sealed class PoolTokens : IDisposable
{
    // Made-up tokens do not become load on Cognito.
    private static readonly TimeSpan Floor = TimeSpan.FromSeconds(10);
    private static readonly TokenVerdict Invalid = new(TokenStatus.Invalid, null);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly TimeProvider _clock;
    private readonly string _clientId;
    private readonly string _issuer;
    private readonly Uri _address;
    private (IList<SecurityKey> Keys, long Since) _known = ([], 0);

    public PoolTokens(string poolId, string clientId, AwsTarget target, TimeProvider clock)
    {
        _clientId = clientId;
        _clock = clock;
        _issuer = IssuerOf(poolId, target);
        _address = new(target.Endpoint ?? new(_issuer), $"/{poolId}/.well-known/jwks.json");
    }

    /// <summary>Who issues the tokens of a pool, wherever its keys are read.</summary>
    public static string IssuerOf(string poolId, AwsTarget target) =>
        $"https://cognito-idp.{target.Region.SystemName}.amazonaws.com/{poolId}";

    /// <exception cref="HttpRequestException">The pool's keys cannot be had.</exception>
    public async Task<TokenVerdict> VerifyAsync(string token, CancellationToken cancellationToken)
    {
        if (Read(token) is not { } read || !await IsGenuineAsync(read, cancellationToken))
        {
            return Invalid;
        }

        return read.ValidTo > _clock.GetUtcNow().UtcDateTime
            ? new(TokenStatus.Valid, JsonNode.Parse(Base64Url.DecodeFromChars(read.EncodedPayload))!.AsObject())
            : new(TokenStatus.Expired, null);
    }

    public void Dispose() => _http.Dispose();

    private JsonWebToken? Read(string token)
    {
        try
        {
            return _handler.CanReadToken(token) ? _handler.ReadJsonWebToken(token) : null;
        }
        catch (ArgumentException)
        {
            // Three parts that are not Base64 of JSON.
            return null;
        }
    }

    private async Task<bool> IsGenuineAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKeys = await KeysAsync(token.Kid, cancellationToken),
            ValidIssuer = _issuer,
            ValidAudience = _clientId,
#pragma warning disable CA5404 // Checked last and by our clock: only a genuine token is said to be over.
            ValidateLifetime = false,
#pragma warning restore CA5404
        });
        return result.IsValid;
    }

    private async Task<IList<SecurityKey>> KeysAsync(string kid, CancellationToken cancellationToken)
    {
        var known = _known;
        var isOld = known.Since == 0 || _clock.GetElapsedTime(known.Since) > Floor;
        if (isOld && !known.Keys.Any(key => key.KeyId == kid))
        {
            var set = new JsonWebKeySet(await _http.GetStringAsync(_address, cancellationToken));
            known = _known = (set.GetSigningKeys(), _clock.GetTimestamp());
        }

        return known.Keys;
    }
}
