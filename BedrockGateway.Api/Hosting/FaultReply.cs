using System.Net;
using Amazon.Runtime;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Hosting;

/// <summary>What a client is told about an exception: AWS's own errors keep status and message.</summary>
internal static class FaultReply
{
    public const string InternalError = "Internal server error";
    public const string TimedOut = "Endpoint request timed out";
    public const string Unreachable = "AWS could not be reached.";

    public static Reply<ErrorReply> Of(Exception fault) => fault switch
    {
        // Quotes the body that could not be read.
        AmazonUnmarshallingException => ErrorReply.Of(StatusCodes.Status502BadGateway, Unreachable),
        AmazonServiceException { StatusCode: >= HttpStatusCode.BadRequest } aws =>
            ErrorReply.Of(
                (int)aws.StatusCode, aws.Message is { Length: > 0 } text ? text : aws.ErrorCode ?? InternalError),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            ErrorReply.Of(StatusCodes.Status413PayloadTooLarge, "Request Too Long"),
        BadHttpRequestException bad => ErrorReply.Of(bad.StatusCode, "Bad Request"),
        OperationCanceledException or TimeoutException => ErrorReply.Of(StatusCodes.Status504GatewayTimeout, TimedOut),
        AmazonClientException or HttpRequestException or IOException =>
            ErrorReply.Of(StatusCodes.Status502BadGateway, Unreachable),
        _ => ErrorReply.Of(StatusCodes.Status500InternalServerError, InternalError),
    };
}
