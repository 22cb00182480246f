using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Tokens;
using BedrockGateway.LocalAws.Cognito.Triggers;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.SignIn;

/// <summary>Makes the tokens of a sign-in, which the pool's function may change or refuse.</summary>
internal sealed class SignInTokens(TokenIssuer issuer, PreTokenGenerationTrigger trigger, TimeProvider clock)
{
    /// <summary>Begins a session, and forgets what the user got wrong before.</summary>
    /// <exception cref="AwsFault">Those of <see cref="PreTokenGenerationTrigger"/>.</exception>
    public async ValueTask<AuthenticationResult> StartAsync(
        SignInRequest request, User user, string source, CancellationToken cancellationToken)
    {
        var (pool, client) = (request.Pool, request.Client);
        var changes = await trigger.AskAsync(
            source, pool, client, user, request.ClientMetadata, cancellationToken);
        var now = clock.GetUtcNow();
        var session = new RefreshSession(
            client.Id,
            user.Username,
            user.Sub,
            OriginJti: Guid.NewGuid().ToString(),
            EventId: Guid.NewGuid().ToString(),
            now,
            now + client.Lifetimes.Refresh);
        // Disabled while the function thought, a user gets no session that nobody would end.
        var current = pool.UpdateUser(user.Sub, current => current.IsEnabled
            ? current with { Attempts = SignInAttempts.None }
            : throw CognitoFaults.UserDisabled());
        return await issuer.IssueAsync(
            pool, client, current, session, changes, pool.Sessions.Add(session), cancellationToken);
    }

    /// <summary>Continues a session, whose refresh token stays the same.</summary>
    /// <exception cref="AwsFault">Those of <see cref="PreTokenGenerationTrigger"/>.</exception>
    public async ValueTask<AuthenticationResult> ContinueAsync(
        SignInRequest request, User user, RefreshSession session, CancellationToken cancellationToken)
    {
        var changes = await trigger.AskAsync(
            PreTokenGenerationTrigger.Refresh,
            request.Pool,
            request.Client,
            user,
            request.ClientMetadata,
            cancellationToken);
        return await issuer.IssueAsync(
            request.Pool, request.Client, user, session, changes, refreshToken: null, cancellationToken);
    }
}
