using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using BedrockGateway.LocalAws.Storage;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>The refresh tokens of a pool and what was revoked.</summary>
internal sealed class RefreshSessionStore
{
    // {"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}: what Cognito's opaque tokens start with.
    private static readonly string Header =
        Base64Url.EncodeToString("""{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}"""u8);

    // Encrypted key, nonce, ciphertext, tag, as a JWE has them; only their length means anything.
    private static readonly int[] PartBytes = [256, 12, 512, 16];

    // No access token lives longer than its sign-in by more.
    private static readonly TimeSpan LongestAccess = TimeSpan.FromDays(1);

    private readonly SavedRecords<RefreshSession> _saved;
    private readonly SavedRecords<Revocation> _savedRevocations;
    private readonly ConcurrentDictionary<string, RefreshSession> _sessions;
    private readonly ConcurrentDictionary<string, Revocation> _revoked;

    /// <param name="poolId">The pool, whose sign-ins are kept.</param>
    /// <param name="now">What ended a day ago is not taken up again.</param>
    /// <param name="state">Where they are kept.</param>
    public RefreshSessionStore(string poolId, DateTimeOffset now, StateLog state)
    {
        var json = CognitoStateContext.Default;
        _saved = state.Open($"cognito.sessions/{poolId}", json.RefreshSession, Find);
        _savedRevocations = state.Open(
            $"cognito.revocations/{poolId}", json.Revocation, id => _revoked!.GetValueOrDefault(id));
        _sessions = Current(_saved, session => session.ExpiresAt, now);
        _revoked = Current(_savedRevocations, revocation => revocation.ExpiresAt, now);
    }

    /// <summary>Starts a session and returns its token, which looks like a JWE and holds nothing.</summary>
    public string Add(RefreshSession session)
    {
        var parts = PartBytes.Select(bytes => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes)));
        var token = string.Join('.', parts.Prepend(Header));
        _sessions[token] = session;
        _saved.Changed(token);
        return token;
    }

    public RefreshSession? Find(string token) => _sessions.GetValueOrDefault(token);

    /// <summary>Ends a sign-in: its refresh token, and its access tokens for Cognito's own operations.</summary>
    public void Revoke(RefreshSession session)
    {
        _revoked[session.EventId] = new(session.ExpiresAt);
        _savedRevocations.Changed(session.EventId);
    }

    /// <summary>Ends every sign-in of a user, whichever client it was with.</summary>
    public void RevokeAll(string sub)
    {
        foreach (var session in _sessions.Values.Where(session => session.Sub == sub))
        {
            Revoke(session);
        }
    }

    /// <param name="eventId">The <c>event_id</c> of a token, which all tokens of a sign-in have in common.</param>
    public bool IsRevoked(string eventId) => _revoked.ContainsKey(eventId);

    /// <summary>Forgets everything, with the pool.</summary>
    public void Clear()
    {
        foreach (var token in _sessions.Keys)
        {
            _sessions.TryRemove(token, out _);
            _saved.Changed(token);
        }

        foreach (var eventId in _revoked.Keys)
        {
            _revoked.TryRemove(eventId, out _);
            _savedRevocations.Changed(eventId);
        }
    }

    private static ConcurrentDictionary<string, T> Current<T>(
        SavedRecords<T> saved, Func<T, DateTimeOffset> expiryOf, DateTimeOffset now)
        where T : class
    {
        var current = new ConcurrentDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (id, record) in saved.Load())
        {
            if (expiryOf(record) + LongestAccess > now)
            {
                current[id] = record;
            }
            else
            {
                saved.ChangedSoon(id);
            }
        }

        return current;
    }
}

/// <summary>A sign-in that was ended before its time.</summary>
/// <param name="ExpiresAt">When it would have ended.</param>
internal sealed record Revocation(DateTimeOffset ExpiresAt);
