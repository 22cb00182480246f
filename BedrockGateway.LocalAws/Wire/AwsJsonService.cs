using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BedrockGateway.LocalAws.Wire;

/// <summary>A service that speaks AWS JSON 1.1: <c>POST /</c> with the operation in <c>X-Amz-Target</c>.</summary>
/// <param name="name">Endpoint prefix and signing name.</param>
/// <param name="targetPrefix">What stands before the dot of <c>X-Amz-Target</c>.</param>
internal sealed class AwsJsonService(string name, string targetPrefix) : IAwsService
{
    private const string ContentType = "application/x-amz-json-1.1";

    private readonly Dictionary<string, Func<AwsCall, CancellationToken, Task>> _operations =
        new(StringComparer.Ordinal);

    public string Name => name;

    public IEnumerable<string> Operations => _operations.Keys;

    /// <summary>Adds an operation by its AWS name.</summary>
    public AwsJsonService Map<TRequest, TResponse>(
        string operation,
        JsonTypeInfo<TRequest> requestType,
        JsonTypeInfo<TResponse> responseType,
        Func<TRequest, CancellationToken, ValueTask<TResponse>> handle)
        where TRequest : class
    {
        _operations.Add(operation, async (call, cancellationToken) =>
        {
            var request = await call.ReadJsonAsync(requestType, cancellationToken);
            var response = await handle(request, cancellationToken);
            call.Http.Response.ContentType = ContentType;
            await call.Http.Response.Body.WriteAsync(
                JsonSerializer.SerializeToUtf8Bytes(response, responseType), cancellationToken);
        });
        return this;
    }

    public bool Claims(AwsCall call) => call.Target?.StartsWith(targetPrefix + ".", StringComparison.Ordinal) is true;

    public string OperationOf(AwsCall call) => call.Target![(targetPrefix.Length + 1)..];

    public Task HandleAsync(AwsCall call, CancellationToken cancellationToken) =>
        _operations.TryGetValue(OperationOf(call), out var operation)
            ? operation(call, cancellationToken)
            : throw AwsFault.NotEmulated(name, OperationOf(call));

    // {"__type":"NotAuthorizedException","message":"..."} with x-amzn-ErrorType: NotAuthorizedException:
    public Task WriteFaultAsync(AwsCall call, AwsFault fault, CancellationToken cancellationToken)
    {
        var response = call.Http.Response;
        response.StatusCode = (int)fault.Status;
        response.ContentType = ContentType;
        response.Headers["x-amzn-ErrorType"] = fault.Code + ":";
        // A header cannot carry line breaks or text beyond ASCII; the body has the message to the letter.
        response.Headers["x-amzn-ErrorMessage"] =
            string.Concat(fault.Message.Select(c => char.IsAscii(c) && !char.IsControl(c) ? c : ' '));
        return response.Body.WriteAsync(
            JsonSerializer.SerializeToUtf8Bytes(new(fault.Code, fault.Message), WireJsonContext.Default.JsonFault),
            cancellationToken).AsTask();
    }
}
