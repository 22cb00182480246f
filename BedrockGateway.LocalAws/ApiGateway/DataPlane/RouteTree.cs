namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>
/// The deployed paths. A word beats <c>{name}</c>, which beats <c>{name+}</c>; a verb beats <c>ANY</c>.
/// </summary>
/// <remarks>
/// Where the best path has no method for the verb, the next best is tried, also if that is <c>{name+}</c>: AWS matches
/// path and verb as one, as was measured in several accounts. Trailing slashes do not count. Sources:
/// https://github.com/ministackorg/ministack/pull/1423, https://github.com/floci-io/floci/pull/3399,
/// https://github.com/localstack/localstack/pull/9208
/// </remarks>
internal sealed class RouteTree
{
    private readonly Node _root = new();

    public void Add(CompiledMethod method)
    {
        var node = _root;
        foreach (var part in Split(method.Resource.Path))
        {
            node = node.Child(part);
        }

        node.Methods[method.Method.HttpMethod] = method;
    }

    public RouteMatch? Match(string path, string verb)
    {
        var segments = Split(path);
        var values = new List<KeyValuePair<string, string>>();
        return Find(_root, segments, 0, verb, values) is { } method ? new(method, values) : null;
    }

    // "/a//b/" is ["a", "", "b"]: only slashes at the ends are dropped.
    private static string[] Split(string path)
    {
        var trimmed = path.Trim('/');
        return trimmed.Length == 0 ? [] : trimmed.Split('/');
    }

    private static CompiledMethod? Find(
        Node node, string[] segments, int index, string verb, List<KeyValuePair<string, string>> values)
    {
        if (index == segments.Length)
        {
            return node.MethodFor(verb);
        }

        var segment = segments[index];
        if (node.Words.TryGetValue(segment, out var word) && Find(word, segments, index + 1, verb, values) is { } exact)
        {
            return exact;
        }

        if (node.Variable is { } variable && segment.Length > 0)
        {
            values.Add(new(variable.Name, segment));
            if (Find(variable.Node, segments, index + 1, verb, values) is { } found)
            {
                return found;
            }

            values.RemoveAt(values.Count - 1);
        }

        if (node.Greedy is { } greedy && greedy.Node.MethodFor(verb) is { } rest)
        {
            values.Add(new(greedy.Name, string.Join('/', segments[index..])));
            return rest;
        }

        return null;
    }

    internal sealed record RouteMatch(
        CompiledMethod Method, IReadOnlyList<KeyValuePair<string, string>> PathParameters);

    private sealed class Node
    {
        public Dictionary<string, Node> Words { get; } = new(StringComparer.Ordinal);

        public (string Name, Node Node)? Variable { get; private set; }

        public (string Name, Node Node)? Greedy { get; private set; }

        public Dictionary<string, CompiledMethod> Methods { get; } = new(StringComparer.Ordinal);

        public CompiledMethod? MethodFor(string verb) =>
            Methods.GetValueOrDefault(verb) ?? Methods.GetValueOrDefault("ANY");

        public Node Child(string part)
        {
            if (part is ['{', .. var greedyName, '+', '}'])
            {
                return (Greedy ??= (greedyName, new())).Node;
            }

            if (part is ['{', .. var name, '}'])
            {
                return (Variable ??= (name, new())).Node;
            }

            return Words.TryGetValue(part, out var child) ? child : Words[part] = new();
        }
    }
}
