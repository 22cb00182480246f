using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Pages;

/// <summary>What the page's own endpoints answer: JSON that no cache keeps.</summary>
internal static class PageReply
{
    public static Task WriteAsync<T>(
        HttpContext http, T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return http.Response.WriteAsJsonAsync(value, type, cancellationToken: http.RequestAborted);
    }

    public static Task FailAsync(HttpContext http, int status, string message) =>
        WriteAsync(http, new PageFailure(message), PagesJsonContext.Default.PageFailure, status);

    /// <summary>A handler whose faults and bodies that are no JSON become failures.</summary>
    public static RequestDelegate Guarded(RequestDelegate handle) => async http =>
    {
        try
        {
            await handle(http);
        }
        catch (AwsFault fault)
        {
            await FailAsync(http, (int)fault.Status, fault.Message);
        }
        catch (JsonException invalid)
        {
            await FailAsync(http, StatusCodes.Status400BadRequest, $"This is no JSON: {invalid.Message}");
        }
    };
}

/// <summary>Why a request of the page failed, in words for its user.</summary>
internal sealed record PageFailure(string Message);
