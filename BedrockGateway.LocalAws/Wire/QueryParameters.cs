using Microsoft.AspNetCore.WebUtilities;

namespace BedrockGateway.LocalAws.Wire;

/// <summary>Fields of the Query protocol: <c>Action=X&amp;Parameters.member.1.ParameterKey=K</c>.</summary>
internal sealed class QueryParameters
{
    private readonly Dictionary<string, string> _fields;

    private QueryParameters(Dictionary<string, string> fields) => _fields = fields;

    public static QueryParameters Empty { get; } = new([]);

    public string? Action => this["Action"];

    public string? this[string name] => _fields.GetValueOrDefault(name);

    public static QueryParameters Parse(string form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(form))
        {
            fields[pair.DecodeName().ToString()] = pair.DecodeValue().ToString();
        }

        return new(fields);
    }

    /// <summary>A list of scalars: <c>Name.member.1</c>, <c>Name.member.2</c>, ...</summary>
    public IReadOnlyList<string> List(string name)
    {
        var values = new List<string>();
        while (this[$"{name}.member.{values.Count + 1}"] is { } value)
        {
            values.Add(value);
        }

        return values;
    }

    /// <summary>A list of structures, each as the fields below <c>Name.member.N.</c>.</summary>
    public IReadOnlyList<QueryParameters> Structures(string name)
    {
        var structures = new List<QueryParameters>();
        while (Below($"{name}.member.{structures.Count + 1}.") is { _fields.Count: > 0 } structure)
        {
            structures.Add(structure);
        }

        return structures;
    }

    private QueryParameters Below(string prefix) => new(_fields
        .Where(field => field.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(field => field.Key[prefix.Length..], field => field.Value, StringComparer.Ordinal));
}
