using BedrockGateway.LocalAws.Storage;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>
/// The users of one pool, found by user name, by <c>sub</c>, and by e-mail or phone where the pool signs in with those.
/// </summary>
internal sealed class UserDirectory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, User> _users;
    private readonly Dictionary<string, string> _usernames;
    private readonly IReadOnlyList<string> _usernameAttributes;
    private readonly SavedRecords<User> _saved;
    private long _created;

    /// <param name="poolId">The pool, whose users are kept.</param>
    /// <param name="caseSensitive">Whether names that differ in case are different.</param>
    /// <param name="usernameAttributes">Attributes that sign in.</param>
    /// <param name="state">Where users are kept, by their <c>sub</c>.</param>
    public UserDirectory(
        string poolId, bool caseSensitive, IReadOnlyList<string> usernameAttributes, StateLog state)
    {
        Comparer = caseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        _users = new(Comparer);
        _usernames = new(Comparer);
        _usernameAttributes = usernameAttributes;
        _saved = state.Open($"cognito.users/{poolId}", CognitoStateContext.Default.User, Find);
        foreach (var (_, user) in _saved.Load())
        {
            _users.Add(user.Username, user);
            Index(user);
            _created = Math.Max(_created, user.Sequence);
        }
    }

    /// <summary>How the pool compares user names and addresses.</summary>
    public StringComparer Comparer { get; }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _users.Count;
            }
        }
    }

    public User? Find(string name)
    {
        lock (_gate)
        {
            return _users.GetValueOrDefault(_usernames.GetValueOrDefault(name, name));
        }
    }

    /// <summary>
    /// Adds the user unless the name, or an address that signs in, is taken. One of several at once wins.
    /// </summary>
    public bool TryAdd(User user)
    {
        lock (_gate)
        {
            if (_users.ContainsKey(user.Username) || NamesOf(user).Any(name => _usernames.ContainsKey(name)))
            {
                return false;
            }

            _users.Add(user.Username, user with { Sequence = ++_created });
            Index(user);
            _saved.Changed(user.Sub);
            return true;
        }
    }

    /// <summary>
    /// Changes a user, by any name, who may have been deleted meanwhile; then nothing happens. By the <c>sub</c> it is
    /// never another user of the same name.
    /// </summary>
    /// <exception cref="AwsFault"><c>AliasExistsException</c>: another user signs in with the new address.</exception>
    public User? Update(string name, Func<User, User> change)
    {
        lock (_gate)
        {
            var username = _usernames.GetValueOrDefault(name, name);
            if (!_users.TryGetValue(username, out var before))
            {
                return null;
            }

            var after = change(before);
            var taken = NamesOf(after).Any(each =>
                _usernames.TryGetValue(each, out var owner) && !Comparer.Equals(owner, username));
            if (taken)
            {
                throw new AwsFault("AliasExistsException", "An account with the given email already exists.");
            }

            Forget(before);
            Index(after);
            _users[username] = after;
            _saved.Changed(after.Sub);
            return after;
        }
    }

    /// <summary>Removes a user, by any name; false where there is none.</summary>
    public bool Remove(string name)
    {
        lock (_gate)
        {
            if (!_users.Remove(_usernames.GetValueOrDefault(name, name), out var user))
            {
                return false;
            }

            Forget(user);
            _saved.Changed(user.Sub);
            return true;
        }
    }

    /// <summary>Removes all users, with their pool.</summary>
    public void Clear()
    {
        foreach (var user in All())
        {
            Remove(user.Sub);
        }
    }

    /// <summary>Every user, the oldest first.</summary>
    public IReadOnlyList<User> All()
    {
        lock (_gate)
        {
            return [.. _users.Values.OrderBy(user => user.Sequence)];
        }
    }

    private IEnumerable<string> NamesOf(User user) =>
        _usernameAttributes.Select(attribute => user.Attributes[attribute]).OfType<string>().Append(user.Sub);

    private void Index(User user)
    {
        foreach (var name in NamesOf(user))
        {
            _usernames[name] = user.Username;
        }
    }

    private void Forget(User user)
    {
        foreach (var name in NamesOf(user))
        {
            _usernames.Remove(name);
        }
    }
}
