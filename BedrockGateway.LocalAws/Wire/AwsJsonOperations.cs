using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BedrockGateway.LocalAws.Wire;

/// <summary>The operations of a service that speaks AWS JSON 1.1, by their AWS names.</summary>
internal sealed class AwsJsonOperations
{
    public const string ContentType = "application/x-amz-json-1.1";

    private readonly Dictionary<string, Func<AwsCall, CancellationToken, Task>> _operations =
        new(StringComparer.Ordinal);

    public IEnumerable<string> Names => _operations.Keys;

    /// <summary>Adds an operation.</summary>
    public AwsJsonOperations Map<TRequest, TResponse>(
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

    /// <summary>Adds an operation that answers at once.</summary>
    public AwsJsonOperations Map<TRequest, TResponse>(
        string operation,
        JsonTypeInfo<TRequest> requestType,
        JsonTypeInfo<TResponse> responseType,
        Func<TRequest, TResponse> handle)
        where TRequest : class =>
        Map(operation, requestType, responseType, (request, _) => ValueTask.FromResult(handle(request)));

    public Func<AwsCall, CancellationToken, Task>? Find(string operation) => _operations.GetValueOrDefault(operation);
}
