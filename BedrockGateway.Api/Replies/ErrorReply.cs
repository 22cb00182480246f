namespace BedrockGateway.Api.Replies;

/// <summary>What every route answers when it fails: the envelope with <c>success: false</c>.</summary>
internal sealed record ErrorReply(int Status, bool Success, string Message)
{
    public static Reply<ErrorReply> Of(int status, string message) =>
        new(status, new(status, Success: false, message), RepliesJsonContext.Wire.ErrorReply);
}
