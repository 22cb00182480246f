using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using BedrockGateway.LocalAws.Iam.Policies;

namespace BedrockGateway.LocalAws.Iam;

/// <summary>IAM roles, by name.</summary>
internal sealed class RoleStore(LocalAwsOptions options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Role> _roles = new(StringComparer.Ordinal);

    public Role? Find(string name) => _roles.GetValueOrDefault(name);

    /// <summary>Adds a role; <see langword="null"/> where there is one of the name.</summary>
    /// <param name="name">Unique in the account.</param>
    /// <param name="path">Starts and ends in <c>/</c>.</param>
    /// <param name="fill">Gives it its policies and the like.</param>
    public Role? TryAdd(string name, string path, Func<Role, Role> fill)
    {
        var id = "AROA" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 17);
        var arn = $"arn:aws:iam::{options.AccountId}:role{path}{name}";
        var role = fill(new(name, path, id, arn, clock.GetUtcNow()));
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
/// <param name="Created">When it was made.</param>
internal sealed record Role(string Name, string Path, string Id, string Arn, DateTimeOffset Created)
{
    /// <summary>Who may assume it, as JSON text.</summary>
    public string TrustPolicy { get; init; } = "{}";

    public string? Description { get; init; }

    /// <summary>Policies that are part of the role.</summary>
    public ImmutableArray<PolicyDocument> Policies { get; init; } = [];

    /// <summary>Managed policies that the role names, AWS's and the account's own.</summary>
    public ImmutableArray<string> ManagedPolicyArns { get; init; } = [];
}
