using System.Collections.Concurrent;
using BedrockGateway.LocalAws.Storage;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>The groups of one pool. Who is in them, the users know.</summary>
internal sealed class GroupStore
{
    private readonly UserDirectory _users;
    private readonly SavedRecords<UserPoolGroup> _saved;
    private readonly ConcurrentDictionary<string, UserPoolGroup> _groups;

    public GroupStore(string poolId, UserDirectory users, StateLog state)
    {
        _users = users;
        _saved = state.Open(
            $"cognito.groups/{poolId}",
            CognitoStateContext.Default.UserPoolGroup,
            name => _groups!.GetValueOrDefault(name));
        _groups = new(_saved.Load(), StringComparer.Ordinal);
    }

    /// <summary>Every group by name.</summary>
    public IReadOnlyList<UserPoolGroup> All() =>
        [.. _groups.Values.OrderBy(group => group.GroupName, StringComparer.Ordinal)];

    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>: there is no such group.</exception>
    public UserPoolGroup Get(string name) => _groups.GetValueOrDefault(name)
        ?? throw new AwsFault("ResourceNotFoundException", "Group not found.");

    /// <exception cref="AwsFault"><c>GroupExistsException</c>: the name is taken.</exception>
    public void Add(UserPoolGroup group)
    {
        if (!_groups.TryAdd(group.GroupName, group))
        {
            throw new AwsFault("GroupExistsException", "A group with the name already exists.");
        }

        _saved.Changed(group.GroupName);
    }

    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>: there is no such group.</exception>
    public UserPoolGroup Update(string name, Func<UserPoolGroup, UserPoolGroup> change)
    {
        while (true)
        {
            var before = Get(name);
            var after = change(before);
            if (_groups.TryUpdate(name, after, before))
            {
                _saved.Changed(name);
                return after;
            }
        }
    }

    /// <summary>Removes a group and takes its users out of it; false where there is none.</summary>
    public bool Remove(string name)
    {
        if (!_groups.TryRemove(name, out _))
        {
            return false;
        }

        _saved.Changed(name);
        foreach (var user in _users.All().Where(user => user.Groups.Contains(name)))
        {
            _users.Update(user.Username, current => current with { Groups = current.Groups.Remove(name) });
        }

        return true;
    }

    /// <summary>Removes all groups, with their pool.</summary>
    public void Clear()
    {
        foreach (var group in All())
        {
            Remove(group.GroupName);
        }
    }

    /// <summary>The groups of a user: the lowest precedence first, those without one last.</summary>
    public IReadOnlyList<UserPoolGroup> Of(User user) =>
    [
        .. user.Groups.Select(name => _groups.GetValueOrDefault(name)).OfType<UserPoolGroup>()
            .OrderBy(group => group.Rank, StringComparer.Ordinal),
    ];
}
