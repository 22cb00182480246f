using System.Net;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Lambda;

/// <summary>Lambda's errors, to the letter.</summary>
internal static class LambdaFaults
{
    public static AwsFault NotFound(string arn) =>
        new("ResourceNotFoundException", $"Function not found: {arn}", HttpStatusCode.NotFound);

    public static AwsFault Exists(string name) =>
        new("ResourceConflictException", $"Function already exist: {name}", HttpStatusCode.Conflict);

    public static AwsFault InvalidParameter(string message) => new("InvalidParameterValueException", message);

    public static AwsFault RequestTooLarge(int maxBytes) => new(
        "RequestEntityTooLargeException",
        $"Request must be smaller than {maxBytes} bytes for the InvokeFunction operation",
        HttpStatusCode.RequestEntityTooLarge);

    public static AwsFault NotJson(string reason) => new(
        "InvalidRequestContentException",
        $"Could not parse request body into json: Could not parse payload into json: {reason}");

    public static AwsFault Stopping() =>
        new("ServiceException", "LocalAws is stopping.", HttpStatusCode.InternalServerError);
}
