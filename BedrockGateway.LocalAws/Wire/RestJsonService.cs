using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Wire;

/// <summary>A service that speaks REST-JSON: the operation is the method and the path.</summary>
/// <param name="name">Endpoint prefix, for faults and logs.</param>
/// <param name="signingName">Service of the SigV4 scope; several services may share one (<c>bedrock</c>).</param>
internal sealed class RestJsonService(string name, string signingName) : IAwsService
{
    private readonly RestRoutes _routes = new();
    private readonly List<string> _operations = [];

    public string Name => name;

    public IEnumerable<string> Operations => _operations;

    /// <summary>Adds an operation: <c>Map("GetApiKey", "GET", "/apikeys/{api_Key}", ...)</c>.</summary>
    public RestJsonService Map(
        string operation, string method, string template, Func<RestCall, CancellationToken, Task> handle)
    {
        _routes.Add(operation, method, template, handle);
        _operations.Add(operation);
        return this;
    }

    /// <summary>Adds the route of an operation that is not emulated, so that the refusal has its name.</summary>
    public RestJsonService MapNotEmulated(string operation, string method, string template)
    {
        _routes.Add(operation, method, template, (_, _) => throw AwsFault.NotEmulated(name, operation));
        return this;
    }

    /// <summary>
    /// Signed calls are told apart by signing name; where names are shared or absent, by a known route.
    /// </summary>
    public bool Claims(AwsCall call) =>
        call.Target is null
        && (call.SigningName == signingName || call.SigningName is null)
        && (_routes.Match(call) is not null || (call.SigningName == name && call.SigningName is not null));

    public string OperationOf(AwsCall call) => _routes.Match(call)?.Operation ?? $"{call.Method} {call.Path}";

    public Task HandleAsync(AwsCall call, CancellationToken cancellationToken) =>
        _routes.Match(call) is { } match
            ? match.Handle(new RestCall(call, match.Values), cancellationToken)
            : throw AwsFault.NotEmulated(name, OperationOf(call));

    public Task WriteFaultAsync(AwsCall call, AwsFault fault, CancellationToken cancellationToken)
    {
        var response = call.Http.Response;
        response.StatusCode = (int)fault.Status;
        response.ContentType = "application/json";
        response.Headers["x-amzn-ErrorType"] = fault.Code;
        var body = new JsonObject { [fault.MessageMember] = fault.Message };
        return response.Body.WriteAsync(
            JsonSerializer.SerializeToUtf8Bytes(body, WireJsonContext.Default.JsonObject), cancellationToken).AsTask();
    }
}
