using System.Collections.Concurrent;
using System.Security.Cryptography;
using BedrockGateway.LocalAws.Cognito.Tokens;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>All user pools of the emulated account and region, and their clients by id.</summary>
/// <param name="options">Region and account, for ids and ARNs.</param>
/// <param name="clock">Tells when pools and clients are made and change.</param>
/// <param name="newKey">Makes a signing key.</param>
internal sealed class UserPoolStore(LocalAwsOptions options, TimeProvider clock, Func<SigningKey> newKey)
{
    private const string Alphanumerics = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string LowerAlphanumerics = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int PoolIdLength = 9;
    private const int ClientIdLength = 26;
    private const int SecretLength = 51;

    private readonly ConcurrentDictionary<string, UserPool> _pools = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, UserPool> _poolsByClient = new(StringComparer.Ordinal);

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
        var id = $"{options.Region}_{RandomNumberGenerator.GetString(Alphanumerics, PoolIdLength)}";
        var pool = new UserPool(id, options, name, settings, clock.GetUtcNow(), new(newKey));
        return _pools[id] = pool;
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
        foreach (var clientId in pool.Clients.Keys)
        {
            _poolsByClient.TryRemove(clientId, out _);
        }
    }

    /// <exception cref="AwsFault">The pool does not exist, or the settings are none a client can have.</exception>
    public UserPoolClient CreateClient(string poolId, string name, UserPoolClientSettings settings)
    {
        var pool = Get(poolId);
        UserPoolClientRules.Check(pool, settings);
        var secret = settings.GenerateSecret is true
            ? RandomNumberGenerator.GetString(LowerAlphanumerics, SecretLength)
            : null;
        var now = clock.GetUtcNow();
        var client = new UserPoolClient(
            RandomNumberGenerator.GetString(LowerAlphanumerics, ClientIdLength), name, secret, settings, now, now);
        pool.Clients[client.Id] = client;
        _poolsByClient[client.Id] = pool;
        return client;
    }

    /// <exception cref="AwsFault">The client does not exist, or the settings are none a client can have.</exception>
    public UserPoolClient UpdateClient(string clientId, string name, UserPoolClientSettings settings)
    {
        var (pool, client) = GetClient(clientId);
        UserPoolClientRules.Check(pool, settings);
        // Not by `with`, which would copy lifetimes and flows of the old settings.
        return pool.Clients[clientId] =
            new(client.Id, name, client.Secret, settings, client.CreatedAt, clock.GetUtcNow());
    }

    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>: there is no such client.</exception>
    public void DeleteClient(string clientId)
    {
        var (pool, _) = GetClient(clientId);
        pool.Clients.TryRemove(clientId, out _);
        _poolsByClient.TryRemove(clientId, out _);
    }

    private static AwsFault ClientNotFound(string clientId) =>
        new("ResourceNotFoundException", $"User pool client {clientId} does not exist.");
}
