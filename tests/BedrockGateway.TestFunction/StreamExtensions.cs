using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http.Features;

namespace BedrockGateway.TestFunction;

/// <summary>Replies that take a while, as those of models do.</summary>
internal static class StreamExtensions
{
    private static readonly ConcurrentDictionary<string, TaskCompletionSource> Releases = new(StringComparer.Ordinal);

    public static void MapStreams(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/stream/held/{name}", (RequestDelegate)HoldAsync);
        routes.MapGet("/stream/release/{name}", (RequestDelegate)ReleaseAsync);
        routes.MapGet("/stream/broken", (RequestDelegate)BreakAsync);
        routes.MapGet("/stream/aborted", (RequestDelegate)AbortAsync);
        routes.MapGet("/stream/endless", (RequestDelegate)NeverEndAsync);
        routes.MapGet("/stream/unflushed", (RequestDelegate)FailUnflushedAsync);
        routes.MapGet("/stream/many/{count}/{bytes}", (RequestDelegate)WriteManyAsync);
        routes.MapGet("/stream/json", (RequestDelegate)WriteJsonAsync);
    }

    // The second event waits until another request lets it go.
    private static async Task HoldAsync(HttpContext http)
    {
        var release = ReleaseOf(http);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.Append("Set-Cookie", "a=1");
        http.Response.Headers.Append("Set-Cookie", "b=2");
        http.Response.Headers["x-late"] = "no";
        await http.Response.WriteAsync("data: först\n\n", http.RequestAborted);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        await release.Task.WaitAsync(http.RequestAborted);
        await http.Response.Body.WriteAsync("data: second\n\n"u8.ToArray(), http.RequestAborted);
    }

    private static Task ReleaseAsync(HttpContext http)
    {
        ReleaseOf(http).TrySetResult();
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static TaskCompletionSource ReleaseOf(HttpContext http) => Releases.GetOrAdd(
        (string)http.Request.RouteValues["name"]!,
        _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private static async Task BreakAsync(HttpContext http)
    {
        await http.Response.Body.WriteAsync("data: first\n\n"u8.ToArray(), http.RequestAborted);
        throw new InvalidOperationException("The model went away.");
    }

    private static async Task AbortAsync(HttpContext http)
    {
        await http.Response.Body.WriteAsync("data: first\n\n"u8.ToArray(), http.RequestAborted);
        http.Abort();
    }

    private static async Task NeverEndAsync(HttpContext http)
    {
        await http.Response.Body.WriteAsync("data: first\n\n"u8.ToArray(), http.RequestAborted);
        Console.WriteLine("in progress");
        await new TaskCompletionSource().Task;
    }

    private static Task FailUnflushedAsync(HttpContext http)
    {
        http.Response.Headers["x-gone"] = "yes";
        http.Response.BodyWriter.Advance(http.Response.BodyWriter.GetSpan(10).Length > 0 ? 1 : 0);
        throw new InvalidOperationException("Nothing has left.");
    }

    private static async Task WriteManyAsync(HttpContext http)
    {
        http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        var chunk = new byte[Number(http, "bytes")];
        chunk.AsSpan().Fill((byte)'x');
        for (var left = Number(http, "count"); left > 0; left--)
        {
            await http.Response.Body.WriteAsync(chunk, http.RequestAborted);
        }
    }

    private static int Number(HttpContext http, string name) =>
        int.Parse((string)http.Request.RouteValues[name]!, CultureInfo.InvariantCulture);

    // As a reply that is known whole is written.
    private static Task WriteJsonAsync(HttpContext http)
    {
        var body = """{"status":201}"""u8.ToArray();
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }
}
