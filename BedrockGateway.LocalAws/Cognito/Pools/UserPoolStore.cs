using System.Collections.Concurrent;
using System.Security.Cryptography;
using BedrockGateway.LocalAws.Cognito.Tokens;
using BedrockGateway.LocalAws.Storage;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>All user pools of the emulated account and region, and their clients by id.</summary>
internal sealed class UserPoolStore
{
    private const string Alphanumerics = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string LowerAlphanumerics = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int PoolIdLength = 9;
    private const int ClientIdLength = 26;
    private const int SecretLength = 51;
    private const int PretenceKeyBytes = 32;

    private readonly LocalAwsOptions _options;
    private readonly TimeProvider _clock;
    private readonly Func<SigningKey> _newKey;
    private readonly StateLog _state;
    private readonly SavedRecords<SavedUserPool> _saved;
    private readonly SavedRecords<SavedClient> _savedClients;
    private readonly ConcurrentDictionary<string, UserPool> _pools = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, UserPool> _poolsByClient = new(StringComparer.Ordinal);

    /// <param name="options">Region and account, for ids and ARNs.</param>
    /// <param name="clock">Tells when pools and clients are made and change.</param>
    /// <param name="newKey">Makes a signing key.</param>
    /// <param name="state">Where all of it is kept.</param>
    public UserPoolStore(LocalAwsOptions options, TimeProvider clock, Func<SigningKey> newKey, StateLog state)
    {
        _options = options;
        _clock = clock;
        _newKey = newKey;
        _state = state;
        var json = CognitoStateContext.Default;
        _saved = state.Open("cognito.pools", json.SavedUserPool, id => Find(id)?.Save());
        foreach (var (id, saved) in _saved.Load())
        {
            _pools[id] = Make(saved);
        }

        _savedClients = state.Open("cognito.clients", json.SavedClient, FindSavedClient);
        foreach (var (id, (poolId, client)) in _savedClients.Load())
        {
            if (Find(poolId) is { } pool)
            {
                pool.Clients[id] = client;
                _poolsByClient[id] = pool;
            }
        }
    }

    /// <summary>Every pool, the oldest first.</summary>
    public IReadOnlyList<UserPool> Pools =>
        [.. _pools.Values.OrderBy(pool => pool.CreatedAt).ThenBy(pool => pool.Id, StringComparer.Ordinal)];

    public UserPool? Find(string poolId) => _pools.GetValueOrDefault(poolId);

    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>: there is no such pool.</exception>
    public UserPool Get(string poolId) => Find(poolId)
        ?? throw new AwsFault("ResourceNotFoundException", $"User pool {poolId} does not exist.");

    public (UserPool Pool, UserPoolClient Client)? FindClient(string clientId) =>
        _poolsByClient.TryGetValue(clientId, out var pool) && pool.Clients.TryGetValue(clientId, out var client)
            ? (pool, client)
            : null;

    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>: there is no such client.</exception>
    public (UserPool Pool, UserPoolClient Client) GetClient(string clientId) => FindClient(clientId)
        ?? throw ClientNotFound(clientId);

    /// <exception cref="AwsFault">
    /// <c>ResourceNotFoundException</c>: there is no such pool, or no such client in it.
    /// </exception>
    public UserPoolClient GetClient(string poolId, string clientId) =>
        Get(poolId).Clients.GetValueOrDefault(clientId) ?? throw ClientNotFound(clientId);

    /// <exception cref="AwsFault">The settings are none a pool can have, or none that is emulated.</exception>
    public UserPool Create(string name, UserPoolSettings settings)
    {
        UserPoolRules.Check(settings);
        var id = $"{_options.Region}_{RandomNumberGenerator.GetString(Alphanumerics, PoolIdLength)}";
        var now = _clock.GetUtcNow();
        var pool = Make(new(id, name, settings, now, now, RandomNumberGenerator.GetBytes(PretenceKeyBytes), null));
        _pools[id] = pool;
        _saved.Changed(id);
        return pool;
    }

    /// <exception cref="AwsFault">
    /// <c>ResourceNotFoundException</c>: there is no such pool; <c>InvalidParameterException</c>: it is protected.
    /// </exception>
    public void Delete(string poolId)
    {
        var pool = Get(poolId);
        if (pool.Settings.DeletionProtection == "ACTIVE")
        {
            throw new AwsFault(
                "InvalidParameterException",
                "The user pool cannot be deleted because deletion protection is activated. "
                + "Deletion protection must be inactivated first.");
        }

        _pools.TryRemove(poolId, out _);
        _saved.Changed(poolId);
        foreach (var clientId in pool.Clients.Keys)
        {
            _poolsByClient.TryRemove(clientId, out _);
            _savedClients.Changed(clientId);
        }

        pool.Clear();
    }

    /// <exception cref="AwsFault">The pool does not exist, or the settings are none a client can have.</exception>
    public UserPoolClient CreateClient(string poolId, string name, UserPoolClientSettings settings)
    {
        var pool = Get(poolId);
        UserPoolClientRules.Check(pool, settings);
        var secret = settings.GenerateSecret is true
            ? RandomNumberGenerator.GetString(LowerAlphanumerics, SecretLength)
            : null;
        var now = _clock.GetUtcNow();
        var client = new UserPoolClient(
            RandomNumberGenerator.GetString(LowerAlphanumerics, ClientIdLength), name, secret, settings, now, now);
        pool.Clients[client.Id] = client;
        _poolsByClient[client.Id] = pool;
        _savedClients.Changed(client.Id);
        return client;
    }

    /// <exception cref="AwsFault">The client does not exist, or the settings are none a client can have.</exception>
    public UserPoolClient UpdateClient(string clientId, string name, UserPoolClientSettings settings)
    {
        var (pool, client) = GetClient(clientId);
        UserPoolClientRules.Check(pool, settings);
        // Not by `with`, which would copy lifetimes and flows of the old settings.
        var changed = new UserPoolClient(
            client.Id, name, client.Secret, settings, client.CreatedAt, _clock.GetUtcNow());
        pool.Clients[clientId] = changed;
        _savedClients.Changed(clientId);
        return changed;
    }

    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>: there is no such client.</exception>
    public void DeleteClient(string clientId)
    {
        var (pool, _) = GetClient(clientId);
        pool.Clients.TryRemove(clientId, out _);
        _poolsByClient.TryRemove(clientId, out _);
        _savedClients.Changed(clientId);
    }

    private UserPool Make(SavedUserPool saved) =>
        new(saved, _options, _clock.GetUtcNow(), _newKey, id => _saved.Changed(id), _state);

    private SavedClient? FindSavedClient(string id) =>
        FindClient(id) is { } found ? new(found.Pool.Id, found.Client) : null;

    private static AwsFault ClientNotFound(string clientId) =>
        new("ResourceNotFoundException", $"User pool client {clientId} does not exist.");
}
