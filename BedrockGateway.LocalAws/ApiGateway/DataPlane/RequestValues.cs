namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>Single values of a request by place and name.</summary>
internal static class RequestValues
{
    public static string? Find(GatewayRequest request, string place, string name) => place switch
    {
        "header" => request.Http.Request.Headers.TryGetValue(name, out var values) ? values[^1] : null,
        "path" => LastOf(request.PathParameters, name),
        "querystring" => LastOf(request.Query, name),
        _ => null,
    };

    private static string? LastOf(IReadOnlyList<KeyValuePair<string, string>> pairs, string name)
    {
        for (var i = pairs.Count - 1; i >= 0; i--)
        {
            if (pairs[i].Key == name)
            {
                return pairs[i].Value;
            }
        }

        return null;
    }
}
