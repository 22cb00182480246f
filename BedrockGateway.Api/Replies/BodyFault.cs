namespace BedrockGateway.Api.Replies;

/// <summary>What is said about a request's body that cannot be used.</summary>
internal static class BodyFault
{
    public static Reply<ErrorReply> NotJson =>
        ErrorReply.Of(StatusCodes.Status400BadRequest, "The request body is not valid JSON.");

    public static Reply<ErrorReply> NotAnObject =>
        ErrorReply.Of(StatusCodes.Status400BadRequest, "The request body must be a JSON object.");

    public static Reply<ErrorReply> MissingParameters =>
        ErrorReply.Of(StatusCodes.Status422UnprocessableEntity, "Missing required parameters.");
}
