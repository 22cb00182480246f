using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>The challenges of a pool by the session string that stands for each.</summary>
internal sealed class ChallengeStore
{
    private const int SessionBytes = 600;

    // How long an answered or late one is remembered, so that it can be called that.
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Challenge> _challenges = new(StringComparer.Ordinal);

    /// <summary>Keeps a challenge and returns its session, which holds nothing.</summary>
    public string Add(Challenge challenge, DateTimeOffset now)
    {
        foreach (var (old, _) in _challenges.Where(each => each.Value.ExpiresAt + Memory < now))
        {
            _challenges.TryRemove(old, out _);
        }

        var session = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SessionBytes));
        _challenges[session] = challenge;
        return session;
    }

    /// <summary>Whether the session is one of this pool's, of whatever state.</summary>
    public bool Knows(string session) => _challenges.ContainsKey(session);

    /// <summary>The challenge of a session that can still be answered.</summary>
    /// <exception cref="AwsFault"><c>NotAuthorizedException</c>: unknown, answered or late.</exception>
    public Challenge Get(string session, DateTimeOffset now) => _challenges.GetValueOrDefault(session) switch
    {
        null => throw CognitoFaults.InvalidSession(),
        { IsUsed: true } => throw AlreadyUsed(),
        var challenge when now >= challenge.ExpiresAt =>
            throw CognitoFaults.NotAuthorized("Invalid session for the user, session is expired."),
        var challenge => challenge,
    };

    /// <summary>Marks a challenge as answered. One of several answers at once wins.</summary>
    /// <exception cref="AwsFault"><c>NotAuthorizedException</c>: another answer was quicker.</exception>
    public void Use(string session, Challenge challenge)
    {
        if (!_challenges.TryUpdate(session, challenge with { IsUsed = true }, challenge))
        {
            throw AlreadyUsed();
        }
    }

    private static AwsFault AlreadyUsed() =>
        CognitoFaults.NotAuthorized("Invalid session for the user, session can only be used once.");
}
