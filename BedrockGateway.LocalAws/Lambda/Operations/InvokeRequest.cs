using System.Text;
using System.Text.Json;
using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Lambda.Operations;

/// <summary>Reads what a client wants a function to be invoked with.</summary>
internal static class InvokeRequest
{
    /// <exception cref="AwsFault">
    /// <c>RequestEntityTooLargeException</c> (413); <c>InvalidRequestContentException</c> (400): event or client
    /// context is no JSON.
    /// </exception>
    public static async Task<LambdaRequest> ReadAsync(
        RestCall call, FunctionReference function, int maxBytes, CancellationToken cancellationToken) =>
        new(
            function.ToString(),
            await ReadEventAsync(call, maxBytes, cancellationToken),
            NullIfEmpty(call, "X-Amzn-Trace-Id"),
            ReadClientContext(call));

    private static async Task<ReadOnlyMemory<byte>> ReadEventAsync(
        RestCall call, int maxBytes, CancellationToken cancellationToken)
    {
        var body = await call.Call.ReadBodyAsync(cancellationToken);
        if (body.Length > maxBytes)
        {
            throw LambdaFaults.RequestTooLarge(maxBytes);
        }

        if (body.IsEmpty)
        {
            return "{}"u8.ToArray();
        }

        try
        {
            var reader = new Utf8JsonReader(body.Span);
            while (reader.Read())
            {
                // Only whether it is JSON matters; the event is passed on as it came.
            }

            return body;
        }
        catch (JsonException invalid)
        {
            throw LambdaFaults.NotJson(invalid.Message);
        }
    }

    private static string? ReadClientContext(RestCall call)
    {
        try
        {
            return NullIfEmpty(call, "X-Amz-Client-Context") is { } base64
                ? Encoding.UTF8.GetString(Convert.FromBase64String(base64))
                : null;
        }
        catch (FormatException)
        {
            throw new AwsFault(
                "InvalidRequestContentException", "Client context must be a valid Base64-encoded JSON object.");
        }
    }

    private static string? NullIfEmpty(RestCall call, string header) =>
        call.Http.Request.Headers[header].ToString() is { Length: > 0 } value ? value : null;
}
