using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace BedrockGateway.LocalAws.Iam;

/// <summary>IAM roles, by name. Nothing here evaluates their policies.</summary>
internal sealed class RoleStore(LocalAwsOptions options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Role> _roles = new(StringComparer.Ordinal);

    public Role? Find(string name) => _roles.GetValueOrDefault(name);

    /// <summary>Adds a role; <see langword="null"/> where there is one of the name.</summary>
    public Role? TryAdd(string name, string path, string trustPolicy, string? description)
    {
        var id = "AROA" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 17);
        var arn = $"arn:aws:iam::{options.AccountId}:role{path}{name}";
        var role = new Role(name, path, id, arn, trustPolicy, description, clock.GetUtcNow());
        return _roles.TryAdd(name, role) ? role : null;
    }

    public void Put(Role role) => _roles[role.Name] = role;

    public void Remove(string name) => _roles.TryRemove(name, out _);
}

/// <summary>A role.</summary>
/// <param name="Name">Unique in the account.</param>
/// <param name="Path">Starts and ends in <c>/</c>.</param>
/// <param name="Id"><c>AROA</c> and 17 characters.</param>
/// <param name="Arn">ARN with path and name.</param>
/// <param name="TrustPolicy">Who may assume it, as JSON text.</param>
/// <param name="Description">Free text.</param>
/// <param name="Created">When it was made.</param>
internal sealed record Role(
    string Name, string Path, string Id, string Arn, string TrustPolicy, string? Description, DateTimeOffset Created);
