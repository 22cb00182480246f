using System.Text.Json;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Errors;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Telemetry;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Native;

/// <summary>
/// POST /model/{modelId}/{operation}: Bedrock Runtime's own operations, for AWS's SDKs. Bodies and events go through as
/// they are, but for what the gateway adds: guardrail and user.
/// </summary>
internal static class NativeEndpoint
{
    // What goes to Bedrock of a client's headers, beside the type of the body.
    private const string BedrockHeaders = "X-Amzn-Bedrock-";

    /// <summary>The path is the model's id, whose slashes may be escaped or not, and the operation.</summary>
    public static async Task HandleAsync(HttpContext http, string path, ModelCalls calls, CallDefaults defaults)
    {
        var (modelId, operation) = Parse(path);
        var body = await RequestBody.ReadAsync(http.Request, http.RequestAborted);
        var headers = HeadersOf(http.Request);
        var prepared = defaults.Apply(http, operation, body, headers);
        var ask = new ModelAsk(
            modelId,
            operation is BedrockOperation.Converse or BedrockOperation.ConverseStream
                ? "chat"
                : ModelOperation.NameOf(modelId, body),
            body,
            id => new(id, operation, prepared) { Headers = headers });
        await using var exchange = await calls.OpenAsync(http, ask);
        CopyHeaders(exchange, http.Response);
        if (operation.IsStream())
        {
            await PassEventsAsync(http, exchange);
        }
        else
        {
            await PassBodyAsync(http, exchange);
        }
    }

    private static (string ModelId, BedrockOperation Operation) Parse(string path)
    {
        var end = path.LastIndexOf('/');
        return end > 0 && BedrockOperationExtensions.FromPath(path[(end + 1)..]) is { } operation
            ? (Uri.UnescapeDataString(path[..end]), operation)
            : throw new RequestFault(StatusCodes.Status404NotFound, "There is no such operation.");
    }

    private static List<KeyValuePair<string, string>> HeadersOf(HttpRequest request)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var (name, values) in request.Headers)
        {
            if (name.StartsWith(BedrockHeaders, StringComparison.OrdinalIgnoreCase))
            {
                headers.Add(new(name, values.ToString()));
            }
        }

        if (request.ContentType is { Length: > 0 } type)
        {
            headers.Add(new("Content-Type", type));
        }

        return headers;
    }

    private static void CopyHeaders(ModelExchange exchange, HttpResponse response)
    {
        response.ContentType = exchange.Headers.GetValueOrDefault("Content-Type", "application/json");
        foreach (var (name, value) in exchange.Headers)
        {
            if (name.StartsWith(BedrockHeaders, StringComparison.OrdinalIgnoreCase))
            {
                response.Headers[name] = value;
            }
        }
    }

    private static async Task PassBodyAsync(HttpContext http, ModelExchange exchange)
    {
        var body = await exchange.ReadAsync(http.RequestAborted);
        var reader = new Utf8JsonReader(body.Span);
        Meter(exchange, ref reader);
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static void Meter(ModelExchange exchange, ref Utf8JsonReader reader)
    {
        try
        {
            if (JsonElement.TryParseValue(ref reader, out var reply) && reply is { } body)
            {
                exchange.Finish(body);
            }
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            // Passed on all the same: the client asked for whatever the model says.
            exchange.Fail(CallFailure.NotJson);
        }
    }

    private static async Task PassEventsAsync(HttpContext http, ModelExchange exchange)
    {
        var stop = http.RequestAborted;
        try
        {
            // What goes wrong before the first event still becomes a status.
            var frame = await exchange.NextAsync(stop);
            await http.Response.StartAsync(stop);
            while (frame is { } next)
            {
                await http.Response.BodyWriter.WriteAsync(next.Raw, stop);
                frame = await exchange.NextAsync(stop);
            }

            exchange.Finish();
        }
        catch (Exception fault)
        {
            exchange.Fail(fault);
            throw;
        }
    }
}
