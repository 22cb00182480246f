using System.Collections.Frozen;
using BedrockGateway.Api.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace BedrockGateway.Api.Identity;

/// <summary>The pool's public keys by <c>kid</c>: fetched at first need, kept for an hour.</summary>
/// <remarks>
/// A new <c>kid</c> has them fetched again, at most every 10 s, so that made-up tokens do not become load on Cognito.
/// </remarks>
internal sealed class SigningKeyStore : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan Floor = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http;
    private readonly TimeProvider _clock;
    private readonly Uri _address;
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private volatile KeySet? _current;

    public SigningKeyStore(IOptions<ResourcesOptions> options, IConfiguration configuration, TimeProvider clock)
    {
        _http = new() { Timeout = TimeSpan.FromSeconds(5), MaxResponseContentBufferSize = 1024 * 1024 };
        _clock = clock;
        var poolId = options.Value.UserPoolId;
        var host = $"https://cognito-idp.{poolId.Split('_')[0]}.amazonaws.com";
        Issuer = $"{host}/{poolId}";
        var endpoint = configuration["AWS_ENDPOINT_URL"] is { Length: > 0 } url ? url.TrimEnd('/') : host;
        _address = new($"{endpoint}/{poolId}/.well-known/jwks.json");
    }

    /// <summary>What tokens carry as <c>iss</c>, wherever the keys are fetched from.</summary>
    public string Issuer { get; }

    /// <exception cref="SigningKeysException">The keys have never been fetched and cannot be now.</exception>
    public async Task<SecurityKey?> FindAsync(string kid, CancellationToken cancellationToken)
    {
        var known = _current;
        if (!NeedsFetch(known, kid))
        {
            return known?.Find(kid);
        }

        await _fetching.WaitAsync(cancellationToken);
        try
        {
            if (NeedsFetch(_current, kid))
            {
                _current = await FetchAsync(_current, cancellationToken);
            }

            return _current?.Find(kid);
        }
        finally
        {
            _fetching.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _fetching.Dispose();
    }

    private bool NeedsFetch(KeySet? set, string kid)
    {
        if (set is null)
        {
            return true;
        }

        var age = _clock.GetElapsedTime(set.FetchedAt);
        return age >= Lifetime || (age >= Floor && set.Find(kid) is null);
    }

    private async Task<KeySet> FetchAsync(KeySet? previous, CancellationToken cancellationToken)
    {
        try
        {
            var json = await _http.GetStringAsync(_address, cancellationToken);
            var keys = JsonWebKeySet.Create(json).Keys
                .Where(key => key is { Kty: "RSA", Kid.Length: > 0, Use: null or "sig" });
            return new(keys.ToFrozenDictionary(key => key.Kid, SecurityKey (key) => key), _clock.GetTimestamp());
        }
        catch (Exception failure) when (failure is HttpRequestException or ArgumentException
            || (failure is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Keys that are old still verify what they signed.
            return previous is null
                ? throw new SigningKeysException("The user pool's signing keys could not be fetched.", failure)
                : previous with { FetchedAt = _clock.GetTimestamp() };
        }
    }

    private sealed record KeySet(FrozenDictionary<string, SecurityKey> Keys, long FetchedAt)
    {
        public SecurityKey? Find(string kid) => Keys.GetValueOrDefault(kid);
    }
}
