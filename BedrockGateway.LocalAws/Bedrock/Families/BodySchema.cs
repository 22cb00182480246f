using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>What a value of a body may be.</summary>
internal enum BodyKind
{
    Any,
    Text,
    Texts,
    Integer,
    Number,
    Flag,
    List,
    Object,

    /// <summary>Turns of a conversation, each with a role and a content.</summary>
    Turns,

    /// <summary>Turns whose content is a list of blocks.</summary>
    BlockTurns,
}

/// <summary>
/// The schema of a family's body: it finds violations in the order and the words that Bedrock reports them.
/// </summary>
/// <remarks>
/// A closed schema refuses keys that it does not name, and <c>null</c>. An open one takes both, as the families do that
/// follow OpenAI's JSON.
/// </remarks>
internal sealed class BodySchema
{
    private readonly List<Field> _fields = [];
    private readonly List<string> _refused = [];
    private bool _isClosed;

    /// <param name="path">Name, below an object after a slash: <c>textGenerationConfig/topP</c>.</param>
    /// <param name="kind">What the value may be.</param>
    /// <param name="min">Smallest number, shortest text or list.</param>
    /// <param name="max">Largest number, longest text or list.</param>
    public BodySchema Require(string path, BodyKind kind, long min = long.MinValue, long max = long.MaxValue) =>
        Add(new(path, kind, IsRequired: true, min, max));

    /// <inheritdoc cref="Require"/>
    public BodySchema Allow(
        string path, BodyKind kind = BodyKind.Any, long min = long.MinValue, long max = long.MaxValue) =>
        Add(new(path, kind, IsRequired: false, min, max));

    /// <summary>Refuses a top-level key of an open schema.</summary>
    public BodySchema Refuse(params ReadOnlySpan<string> names)
    {
        _refused.AddRange(names);
        return this;
    }

    public BodySchema Closed()
    {
        _isClosed = true;
        return this;
    }

    /// <exception cref="Wire.AwsFault"><c>ValidationException</c>: the body violates the schema.</exception>
    public void Check(JsonObject body)
    {
        string[] violations =
            [.. Missing(body), .. Extraneous(body), .. _fields.SelectMany(field => Mistyped(body, field))];
        if (violations.Length > 0)
        {
            throw MalformedInput.Fault(violations);
        }
    }

    private BodySchema Add(Field field)
    {
        _fields.Add(field);
        return this;
    }

    private IEnumerable<string> Missing(JsonObject body) => _fields
        .Where(field => field.IsRequired && ParentOf(body, field.Path) is { } parent && !IsPresent(parent, field.Name))
        .Select(field => $"{field.ParentPointer}: required key [{field.Name}] not found");

    private bool IsPresent(JsonObject parent, string name) =>
        parent.TryGetPropertyValue(name, out var value) && (_isClosed || value is not null);

    private IEnumerable<string> Extraneous(JsonObject body)
    {
        var refused = _refused.Where(body.ContainsKey).Select(name => $"#: extraneous key [{name}] is not permitted");
        var parents = _isClosed ? _fields.Select(field => field.Parent).Distinct() : [];
        return refused.Concat(parents.SelectMany(Unknown));

        IEnumerable<string> Unknown(string parent) => (parent.Length == 0 ? body : body.At(parent)) is JsonObject scope
            ? scope.Where(property => !_fields.Exists(field => field.Parent == parent && field.Name == property.Key))
                .Select(property => $"{Pointer(parent)}: extraneous key [{property.Key}] is not permitted")
            : [];
    }

    private IEnumerable<string> Mistyped(JsonObject body, Field field) =>
        ParentOf(body, field.Path) is { } parent
        && parent.TryGetPropertyValue(field.Name, out var value)
        && (_isClosed || value is not null)
            ? BodyKinds.Violations(field.Kind, Pointer(field.Path), value, field.Min, field.Max)
            : [];

    private static JsonObject? ParentOf(JsonObject body, string path) =>
        path.LastIndexOf('/') is var slash && slash < 0 ? body : body.At(path[..slash]) as JsonObject;

    private static string Pointer(string path) => path.Length == 0 ? "#" : $"#/{path}";

    private sealed record Field(string Path, BodyKind Kind, bool IsRequired, long Min, long Max)
    {
        public string Parent { get; } = Path.LastIndexOf('/') is var slash && slash < 0 ? string.Empty : Path[..slash];

        public string Name { get; } = Path[(Path.LastIndexOf('/') + 1)..];

        public string ParentPointer => Pointer(Parent);
    }
}
