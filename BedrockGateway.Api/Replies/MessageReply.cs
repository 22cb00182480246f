namespace BedrockGateway.Api.Replies;

/// <summary>The envelope alone: it worked, and there is nothing else to tell.</summary>
internal sealed record MessageReply(int Status, bool Success, string Message)
{
    public static Reply<MessageReply> Ok(string message) => new(
        StatusCodes.Status200OK,
        new(StatusCodes.Status200OK, Success: true, message),
        RepliesJsonContext.Wire.MessageReply);
}
