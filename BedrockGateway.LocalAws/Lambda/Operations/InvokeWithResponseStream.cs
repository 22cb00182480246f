using System.Buffers;
using System.Text;
using System.Text.Json;
using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.Wire;
using BedrockGateway.LocalAws.Wire.EventStream;

namespace BedrockGateway.LocalAws.Lambda.Operations;

/// <summary>
/// Lambda <c>InvokeWithResponseStream</c>: the reply as an event stream, a chunk for what comes at once.
/// </summary>
/// <remarks>
/// A function that does not stream answers in one chunk. An error is in the last event, whose code is the value of
/// <c>X-Amz-Function-Error</c> and whose details are the function's error object.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html
/// </remarks>
internal sealed class InvokeWithResponseStream(IStreamingInvoker invoker, FunctionStore functions)
{
    /// <exception cref="AwsFault">
    /// <c>ResourceNotFoundException</c> (404), <c>RequestEntityTooLargeException</c> (413),
    /// <c>InvalidRequestContentException</c> (400): the event is no JSON;
    /// <c>InvalidParameterValueException</c> (400): the invocation type is none.
    /// </exception>
    public async Task HandleAsync(RestCall call, CancellationToken cancellationToken)
    {
        var reference = FunctionReference.Parse(call.Path("FunctionName")).At(call.Query("Qualifier"));
        functions.Resolve(reference);
        var request = await InvokeRequest.ReadAsync(
            call, reference, LambdaInvoker.MaxPayloadBytes, cancellationToken);
        var type = call.Http.Request.Headers["X-Amz-Invocation-Type"].ToString();
        switch (type)
        {
            case "" or "RequestResponse":
                await ReplyAsync(call, request, cancellationToken);
                break;
            case "DryRun":
                call.Http.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            default:
                throw LambdaFaults.InvalidParameter(
                    $"1 validation error detected: Value '{type}' at 'invocationType' failed to satisfy constraint: "
                    + "Member must satisfy enum value set: [RequestResponse, DryRun]");
        }
    }

    private async Task ReplyAsync(RestCall call, LambdaRequest request, CancellationToken cancellationToken)
    {
        await using var stream = await invoker.InvokeStreamingAsync(request, cancellationToken);
        call.Http.Response.Headers["X-Amz-Executed-Version"] = stream.ExecutedVersion;
        var events = await EventStreamWriter.StartAsync(call.Http.Response, cancellationToken);
        while (true)
        {
            var read = await stream.Body.ReadAsync(cancellationToken);
            foreach (var chunk in read.Buffer)
            {
                await events.WriteAsync(
                    EventStreamMessage.Event("PayloadChunk", chunk, "application/octet-stream"), cancellationToken);
            }

            stream.Body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        var isLogWanted = call.Http.Request.Headers["X-Amz-Log-Type"] == "Tail";
        var complete = Complete(await stream.End.WaitAsync(cancellationToken), isLogWanted);
        await events.WriteAsync(EventStreamMessage.Event("InvokeComplete", complete), cancellationToken);
    }

    // {"ErrorCode":"Unhandled","ErrorDetails":"{\"errorType\":...}","LogResult":"<base64>"}; each where there is one.
    private static ReadOnlyMemory<byte> Complete(LambdaResult result, bool isLogWanted)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        if (result.FunctionError is { } error)
        {
            json.WriteString("ErrorCode"u8, error);
            json.WriteString("ErrorDetails"u8, result.Payload.Span);
        }

        if (isLogWanted)
        {
            json.WriteBase64String("LogResult"u8, Encoding.UTF8.GetBytes(result.LogTail));
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
