using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Catalogue;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock;

/// <summary>Bedrock Runtime <c>InvokeModel</c>: one request and one reply in the model's own JSON.</summary>
/// <remarks>
/// Ignores <c>X-Amzn-Bedrock-Trace</c>; performance and service tier are echoed and change nothing.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
/// </remarks>
internal static class InvokeModel
{
    private const int LargestBodyBytes = 25_000_000;

    private static readonly string[] Echoed =
        ["X-Amzn-Bedrock-PerformanceConfig-Latency", "X-Amzn-Bedrock-Service-Tier"];

    // Models answer with quotes and letters as they are; the default would escape them.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="AwsFault">
    /// <c>ValidationException</c>: model, guardrail or body is not valid, or the body exceeds 25,000,000 bytes.
    /// </exception>
    public static async Task HandleAsync(
        RestCall call,
        ModelResolver resolver,
        ModelFamilies families,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        RequireNoGuardrail(call.Http.Request);
        var model = resolver.ResolveForInvocation(call.Path("modelId"));
        var bytes = await ReadAsync(call, cancellationToken);
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var reply = families.Of(model).Invoke(new(model, ModelBody.Parse(bytes), digest));

        WriteHeaders(call.Http, reply, clock.GetElapsedTime(started));
        await WriteAsync(call.Http.Response, reply.Body, cancellationToken);
    }

    private static void RequireNoGuardrail(HttpRequest request)
    {
        if (request.Headers.ContainsKey("X-Amzn-Bedrock-GuardrailIdentifier"))
        {
            throw new AwsFault(
                "ValidationException", "The guardrail identifier or version provided in the request does not exist.");
        }
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(RestCall call, CancellationToken cancellationToken)
    {
        var isTooLong = call.Http.Request.ContentLength > LargestBodyBytes;
        var bytes = isTooLong ? default : await call.Call.ReadBodyAsync(cancellationToken);
        return !isTooLong && bytes.Length <= LargestBodyBytes
            ? bytes
            : throw new AwsFault(
                "ValidationException",
                "1 validation error detected: Value at 'body' failed to satisfy constraint: "
                + $"Member must have length less than or equal to {LargestBodyBytes}");
    }

    private static void WriteHeaders(HttpContext http, ModelReply reply, TimeSpan latency)
    {
        var headers = http.Response.Headers;
        headers["X-Amzn-Bedrock-Invocation-Latency"] = Number((long)latency.TotalMilliseconds);
        if (reply.InputTokens is { } inputTokens)
        {
            headers["X-Amzn-Bedrock-Input-Token-Count"] = Number(inputTokens);
        }

        if (reply.OutputTokens is { } outputTokens)
        {
            headers["X-Amzn-Bedrock-Output-Token-Count"] = Number(outputTokens);
        }

        foreach (var name in Echoed.Where(http.Request.Headers.ContainsKey))
        {
            headers[name] = http.Request.Headers[name];
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static async Task WriteAsync(HttpResponse response, JsonObject body, CancellationToken cancellationToken)
    {
        response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(response.BodyWriter, Plain);
        body.WriteTo(writer);
        await writer.FlushAsync(cancellationToken);
    }
}
