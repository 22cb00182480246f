using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>The refresh tokens of a pool and what was revoked.</summary>
internal sealed class RefreshSessionStore
{
    // {"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}: what Cognito's opaque tokens start with.
    private static readonly string Header =
        Base64Url.EncodeToString("""{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}"""u8);

    // Encrypted key, nonce, ciphertext, tag, as a JWE has them; only their length means anything.
    private static readonly int[] PartBytes = [256, 12, 512, 16];

    private readonly ConcurrentDictionary<string, RefreshSession> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _revoked = new(StringComparer.Ordinal);

    /// <summary>Starts a session and returns its token, which looks like a JWE and holds nothing.</summary>
    public string Add(RefreshSession session)
    {
        var parts = PartBytes.Select(bytes => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes)));
        var token = string.Join('.', parts.Prepend(Header));
        _sessions[token] = session;
        return token;
    }

    public RefreshSession? Find(string token) => _sessions.GetValueOrDefault(token);

    /// <summary>Ends a sign-in: its refresh token, and its access tokens for Cognito's own operations.</summary>
    public void Revoke(RefreshSession session) => _revoked[session.EventId] = true;

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
}
