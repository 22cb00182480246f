using System.Text.Json;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Wire;

/// <summary>A service that speaks AWS JSON 1.1: <c>POST /</c> with the operation in <c>X-Amz-Target</c>.</summary>
/// <param name="name">Endpoint prefix and signing name.</param>
/// <param name="targetPrefix">What stands before the dot of <c>X-Amz-Target</c>.</param>
/// <param name="map">
/// Makes the operations, at the first call: the JSON contracts of a large service cost a start tens of milliseconds.
/// </param>
internal sealed class AwsJsonService(string name, string targetPrefix, Func<AwsJsonOperations> map) : IAwsService
{
    private readonly Lazy<AwsJsonOperations> _operations = new(map);

    public string Name => name;

    public IEnumerable<string> Operations => _operations.Value.Names;

    public bool Claims(AwsCall call) => call.Target?.StartsWith(targetPrefix + ".", StringComparison.Ordinal) is true;

    public string OperationOf(AwsCall call) => call.Target![(targetPrefix.Length + 1)..];

    public Task HandleAsync(AwsCall call, CancellationToken cancellationToken)
    {
        var operation = _operations.Value.Find(OperationOf(call));
        return operation is null
            ? throw AwsFault.NotEmulated(name, OperationOf(call))
            : operation(call, cancellationToken);
    }

    // {"__type":"NotAuthorizedException","message":"..."} with x-amzn-ErrorType: NotAuthorizedException:
    public Task WriteFaultAsync(AwsCall call, AwsFault fault, CancellationToken cancellationToken)
    {
        var response = call.Http.Response;
        response.StatusCode = (int)fault.Status;
        response.ContentType = AwsJsonOperations.ContentType;
        response.Headers["x-amzn-ErrorType"] = fault.Code + ":";
        // A header cannot carry line breaks or text beyond ASCII; the body has the message to the letter.
        response.Headers["x-amzn-ErrorMessage"] =
            string.Concat(fault.Message.Select(c => char.IsAscii(c) && !char.IsControl(c) ? c : ' '));
        var body = new JsonObject { ["__type"] = fault.Code, [fault.MessageMember] = fault.Message };
        return response.Body.WriteAsync(
            JsonSerializer.SerializeToUtf8Bytes(body, WireJsonContext.Default.JsonObject), cancellationToken).AsTask();
    }
}
