using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Models;

/// <summary>Any verb on /bedrock that means nothing there.</summary>
internal static class InvalidMethodEndpoint
{
    public static Reply<ErrorReply> Handle() => ErrorReply.Of(StatusCodes.Status400BadRequest, "Invalid method");
}
