namespace BedrockGateway.Connect.Sessions;

/// <summary>Has a session that is valid: from the file, refreshed in time, by a login if nothing else helps.</summary>
internal sealed class SessionKeeper(
    Uri gateway,
    SessionFiles files,
    GatewayLogin login,
    TokenRefresh refresh,
    LoginQuestions questions,
    TimeProvider clock) : IDisposable
{
    private const int MaxLogins = 3;

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _end = new();
    private Session? _session;
    private Task<Session>? _renewal;

    public Uri Gateway => gateway;

    /// <summary>
    /// The session, if it is good for a request now, though it may be due to be renewed; else <see langword="null"/>.
    /// </summary>
    public Session? Valid => _session is { } session && LeftOf(session) > TimeSpan.Zero ? session : null;

    /// <summary>How long until the session is to be renewed; negative where it is overdue.</summary>
    public TimeSpan Due => _session is { } session ? DueOf(session) : TimeSpan.Zero;

    /// <exception cref="ConnectException">The user cannot be logged in.</exception>
    /// <exception cref="HttpRequestException">The gateway cannot be reached.</exception>
    public async Task<Session> GetAsync(CancellationToken cancellationToken)
    {
        Task<Session> renewal;
        lock (_lock)
        {
            _session ??= files.Find(gateway);
            if (_session is { } known && Due > TimeSpan.Zero)
            {
                return known;
            }

            // One for all who wait; none of them takes it along when they go.
            renewal = _renewal is { IsCompleted: false } ? _renewal : _renewal = RenewAsync(_end.Token);
        }

        return await renewal.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private async Task<Session> RenewAsync(CancellationToken cancellationToken)
    {
        // Off the caller's thread, which holds the lock.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var session = await NextAsync(cancellationToken);
        _session = session;
        files.Save(gateway, session);
        return session;
    }

    private async Task<Session> NextAsync(CancellationToken cancellationToken)
    {
        // Another process may have logged in since.
        if (files.Find(gateway) is { } stored)
        {
            if (DueOf(stored) > TimeSpan.Zero)
            {
                return stored;
            }

            if (await refresh.RefreshAsync(stored, cancellationToken) is { } renewed)
            {
                return renewed;
            }
        }

        return await LogInAsync(cancellationToken);
    }

    private async Task<Session> LogInAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (email, password) = await questions.AskAsync(gateway, cancellationToken);
            try
            {
                return await login.LogInAsync(gateway, email, password, cancellationToken);
            }
            catch (ConnectException refused) when (attempt < MaxLogins && questions.CanAskAgain)
            {
                questions.Tell(refused.Message);
            }
        }
    }

    private TimeSpan LeftOf(Session session) => IdToken.Read(session.IdToken).ExpiresAt - clock.GetUtcNow();

    private TimeSpan DueOf(Session session) => LeftOf(session) - IdToken.Read(session.IdToken).Margin;
}
