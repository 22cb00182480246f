using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using BedrockGateway.LocalAws.Iam.Policies;
using BedrockGateway.LocalAws.Storage;

namespace BedrockGateway.LocalAws.Iam;

/// <summary>IAM roles, by name.</summary>
internal sealed class RoleStore
{
    private readonly LocalAwsOptions _options;
    private readonly TimeProvider _clock;
    private readonly SavedRecords<Role> _saved;
    private readonly ConcurrentDictionary<string, Role> _roles;

    public RoleStore(LocalAwsOptions options, TimeProvider clock, StateLog state)
    {
        _options = options;
        _clock = clock;
        _saved = state.Open("iam.roles", IamStateContext.Default.Role, Find);
        _roles = new(_saved.Load(), StringComparer.Ordinal);
    }

    public Role? Find(string name) => _roles.GetValueOrDefault(name);

    /// <summary>Adds a role; <see langword="null"/> where there is one of the name.</summary>
    /// <param name="name">Unique in the account.</param>
    /// <param name="path">Starts and ends in <c>/</c>.</param>
    /// <param name="fill">Gives it its policies and the like.</param>
    public Role? TryAdd(string name, string path, Func<Role, Role> fill)
    {
        var id = "AROA" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 17);
        var arn = $"arn:aws:iam::{_options.AccountId}:role{path}{name}";
        var role = fill(new(name, path, id, arn, _clock.GetUtcNow()));
        if (!_roles.TryAdd(name, role))
        {
            return null;
        }

        _saved.Changed(name);
        return role;
    }

    public void Put(Role role)
    {
        _roles[role.Name] = role;
        _saved.Changed(role.Name);
    }

    public void Remove(string name)
    {
        _roles.TryRemove(name, out _);
        _saved.Changed(name);
    }
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
