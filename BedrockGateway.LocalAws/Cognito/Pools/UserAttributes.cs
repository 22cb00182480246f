using System.Collections;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>Attributes of a user by name, in the order in which they were set. Never changes.</summary>
internal sealed class UserAttributes : IEnumerable<KeyValuePair<string, string>>
{
    private readonly OrderedDictionary<string, string> _values = new(StringComparer.Ordinal);

    private UserAttributes(IEnumerable<KeyValuePair<string, string>> values)
    {
        foreach (var (name, value) in values)
        {
            _values[name] = value;
        }
    }

    public static UserAttributes Empty { get; } = new([]);

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Reads a wire list; of a name given twice, the last value counts.</summary>
    public static UserAttributes FromWire(IReadOnlyList<AttributeType>? list) =>
        new((list ?? []).Select(attribute =>
            KeyValuePair.Create(attribute.Name ?? string.Empty, attribute.Value ?? string.Empty)));

    public IReadOnlyList<AttributeType> ToWire() =>
        [.. _values.Select(attribute => new AttributeType(attribute.Key, attribute.Value))];

    public UserAttributes With(string name, string value) => new(_values.Append(KeyValuePair.Create(name, value)));

    public UserAttributes Without(IReadOnlyCollection<string> names) =>
        new(_values.Where(pair => !names.Contains(pair.Key)));

    /// <summary>Sets what is given and removes what is given empty.</summary>
    public UserAttributes Merge(UserAttributes changes) =>
        new(_values.Concat(changes).ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
            .Select(values => KeyValuePair.Create(values.Key, values.Last()))
            .Where(pair => pair.Value.Length > 0));

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>An attribute at the wire.</summary>
internal sealed record AttributeType(string? Name = null, string? Value = null);
