using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BedrockGateway.LocalAws.Wire;

/// <summary>A call matched to a REST operation, with the values of its path.</summary>
internal sealed class RestCall(AwsCall call, IReadOnlyDictionary<string, string> pathValues)
{
    public AwsCall Call => call;

    public HttpContext Http => call.Http;

    /// <summary>Decoded value of a path parameter.</summary>
    public string Path(string name) => pathValues[name];

    /// <summary>First value of a query parameter, <see langword="null"/> when it is absent.</summary>
    public string? Query(string name) => Http.Request.Query.TryGetValue(name, out var values) ? values[0] : null;

    /// <exception cref="AwsFault">
    /// <c>SerializationException</c> (400): the body is not the JSON that is expected.
    /// </exception>
    public ValueTask<T> ReadAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => call.ReadJsonAsync(type, cancellationToken);

    public async Task ReplyAsync<T>(
        HttpStatusCode status, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        Http.Response.StatusCode = (int)status;
        Http.Response.ContentType = "application/json";
        await Http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(value, type), cancellationToken);
    }
}
