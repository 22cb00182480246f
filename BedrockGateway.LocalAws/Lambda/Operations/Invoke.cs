using System.Text;
using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Lambda.Operations;

/// <summary>Lambda <c>Invoke</c>: synchronous, asynchronous, or only a check that it could be done.</summary>
/// <remarks>
/// Asynchronous invocations have no destinations. A function's own error is HTTP 200 with
/// <c>X-Amz-Function-Error</c>. Source: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
/// </remarks>
internal sealed class Invoke(LambdaInvoker invoker, AsyncInvoker events, FunctionStore functions)
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
        var maxBytes = type == "Event" ? MaxEventBytes : LambdaInvoker.MaxPayloadBytes;
        var request = await InvokeRequest.ReadAsync(call, reference, maxBytes, cancellationToken);

        switch (type)
        {
            case "" or "RequestResponse":
                await ReplyAsync(call, await invoker.InvokeAsync(request, cancellationToken), cancellationToken);
                break;
            case "Event":
                events.Post(request);
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
}
