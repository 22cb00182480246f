namespace BedrockGateway.LocalAws.Wire;

/// <summary>Operations of a REST service by method and path template.</summary>
/// <remarks>
/// Matching works on the raw target, segment by segment before decoding, because a Bedrock model id may be an ARN whose
/// slashes arrive as <c>%2F</c>.
/// </remarks>
internal sealed class RestRoutes
{
    private readonly List<Route> _routes = [];

    public void Add(string operation, string method, string template, Func<RestCall, CancellationToken, Task> handle) =>
        _routes.Add(new(operation, method, Split(template), handle));

    public RouteMatch? Match(AwsCall call)
    {
        var segments = Split(call.RawPath);

        foreach (var route in _routes)
        {
            if (route.Method == call.Method && Bind(route.Template, segments) is { } values)
            {
                return new(route.Operation, route.Handle, values);
            }
        }

        return null;
    }

    private static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, string>? Bind(string[] template, string[] segments)
    {
        if (template.Length != segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] is ['{', .. var name, '}'])
            {
                values[name] = Uri.UnescapeDataString(segments[i]);
            }
            else if (template[i] != segments[i])
            {
                return null;
            }
        }

        return values;
    }

    internal sealed record RouteMatch(
        string Operation, Func<RestCall, CancellationToken, Task> Handle, IReadOnlyDictionary<string, string> Values);

    private sealed record Route(
        string Operation, string Method, string[] Template, Func<RestCall, CancellationToken, Task> Handle);
}
