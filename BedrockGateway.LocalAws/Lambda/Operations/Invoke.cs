using System.Text;
using System.Text.Json;
using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Lambda.Operations;

/// <summary>Lambda <c>Invoke</c>: synchronous, asynchronous, or only a check that it could be done.</summary>
/// <remarks>
/// Asynchronous invocations are not retried and have no destinations. A function's own error is HTTP 200 with
/// <c>X-Amz-Function-Error</c>. Source: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
/// </remarks>
internal sealed class Invoke(LambdaInvoker invoker, FunctionStore functions)
{
    /// <summary>Largest event of an asynchronous invocation, in bytes.</summary>
    private const int MaxEventBytes = 1024 * 1024;

    /// <exception cref="AwsFault">
    /// <c>ResourceNotFoundException</c> (404), <c>RequestEntityTooLargeException</c> (413),
    /// <c>InvalidRequestContentException</c> (400): the event is no JSON;
    /// <c>InvalidParameterValueException</c> (400): the invocation type is none.
    /// </exception>
    public async Task HandleAsync(RestCall call, CancellationToken cancellationToken)
    {
        var reference = FunctionReference.Parse(call.Path("FunctionName")).At(call.Query("Qualifier"));
        functions.Resolve(reference);
        var type = call.Http.Request.Headers["X-Amz-Invocation-Type"].ToString();
        var payload = await ReadEventAsync(
            call, type == "Event" ? MaxEventBytes : LambdaInvoker.MaxPayloadBytes, cancellationToken);
        var request = new LambdaRequest(
            reference.ToString(), payload, NullIfEmpty(call, "X-Amzn-Trace-Id"), ReadClientContext(call));

        switch (type)
        {
            case "" or "RequestResponse":
                await ReplyAsync(call, await invoker.InvokeAsync(request, cancellationToken), cancellationToken);
                break;
            case "Event":
                invoker.Post(request);
                call.Http.Response.StatusCode = StatusCodes.Status202Accepted;
                break;
            case "DryRun":
                call.Http.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            default:
                throw LambdaFaults.InvalidParameter(
                    $"1 validation error detected: Value '{type}' at 'invocationType' failed to satisfy constraint: "
                    + "Member must satisfy enum value set: [Event, RequestResponse, DryRun]");
        }
    }

    private static async Task ReplyAsync(RestCall call, LambdaResult result, CancellationToken cancellationToken)
    {
        var response = call.Http.Response;
        response.Headers["X-Amz-Executed-Version"] = result.ExecutedVersion;
        if (result.FunctionError is not null)
        {
            response.Headers["X-Amz-Function-Error"] = result.FunctionError;
        }

        if (call.Http.Request.Headers["X-Amz-Log-Type"] == "Tail")
        {
            response.Headers["X-Amz-Log-Result"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(result.LogTail));
        }

        response.Headers["x-amzn-Remapped-Content-Length"] = "0";
        response.ContentType = "application/json";
        response.ContentLength = result.Payload.Length;
        await response.Body.WriteAsync(result.Payload, cancellationToken);
    }

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
