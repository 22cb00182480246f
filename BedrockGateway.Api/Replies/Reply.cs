using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BedrockGateway.Api.Replies;

/// <summary>A JSON reply that is serialized whole before its first byte leaves.</summary>
internal sealed class Reply<T>(int status, T body, JsonTypeInfo<T> type) : IResult, IStatusCodeHttpResult
{
    public int Status => status;

    int? IStatusCodeHttpResult.StatusCode => status;

    public T Body => body;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, type);
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
