using System.Collections.Frozen;
using System.Net;
using Amazon.Runtime;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Hosting;

/// <summary>What a client is told about an exception: AWS's own errors keep status and message.</summary>
/// <remarks>
/// But for those about the gateway's own role or credentials: they are no concern of the client, and name ARNs.
/// </remarks>
internal static class FaultReply
{
    public const string InternalError = "Internal server error";
    public const string TimedOut = "Endpoint request timed out";
    public const string Unreachable = "AWS could not be reached.";
    public const string Denied = "AWS denied the gateway a call that this request needs.";

    // Bedrock says this of a model that the account has not been given, with the code that IAM uses for a missing
    // policy.
    private const string NoModelAccess = "You don't have access to the model";

    private static readonly FrozenSet<string> Denials = FrozenSet.Create(
        StringComparer.Ordinal,
        "AccessDenied",
        "AccessDeniedException",
        "ExpiredToken",
        "ExpiredTokenException",
        "IncompleteSignature",
        "IncompleteSignatureException",
        "InvalidClientTokenId",
        "InvalidSignatureException",
        "MissingAuthenticationToken",
        "MissingAuthenticationTokenException",
        "SignatureDoesNotMatch",
        "UnauthorizedException",
        "UnrecognizedClientException");

    public static Reply<ErrorReply> Of(Exception fault) => fault switch
    {
        // Quotes the body that could not be read.
        AmazonUnmarshallingException => ErrorReply.Of(StatusCodes.Status502BadGateway, Unreachable),
        AmazonServiceException denied when IsDenial(denied) =>
            ErrorReply.Of(StatusCodes.Status502BadGateway, Denied),
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

    private static bool IsDenial(AmazonServiceException fault) =>
        Denials.Contains(fault.ErrorCode ?? fault.GetType().Name)
        && fault.Message?.StartsWith(NoModelAccess, StringComparison.Ordinal) is not true;
}
