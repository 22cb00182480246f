using System.Collections.Frozen;
using System.Net;
using Amazon.Runtime;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Errors;

/// <summary>What a client is told about an exception: AWS's own errors keep status and message.</summary>
/// <remarks>
/// But for those about the gateway's own role or credentials: they are no concern of the client, and name ARNs.
/// </remarks>
internal static class FaultReport
{
    public const string InternalError = "Internal server error";
    public const string TimedOut = "Endpoint request timed out";
    public const string Unreachable = "AWS could not be reached.";
    public const string Denied = "AWS denied the gateway a call that this request needs.";

    // Bedrock says this of a model that the account has not been given, with the code that IAM uses for a missing
    // policy.
    private const string NoModelAccess = "You don't have access to the model";

    // Bedrock's quotas are per minute; it has been tried several times when a client is told.
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(5);

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

    public static Fault Of(Exception fault) => fault switch
    {
        RequestFault own => new(own.Status, own.Message)
        {
            Code = own.Code,
            Parameter = own.Parameter,
            RetryAfter = own.RetryAfter,
        },
        // Quotes the body that could not be read.
        AmazonUnmarshallingException => new(StatusCodes.Status502BadGateway, Unreachable),
        AmazonServiceException denied when IsDenial(denied) => new(StatusCodes.Status502BadGateway, Denied),
        AmazonServiceException { StatusCode: >= HttpStatusCode.BadRequest } aws => OfAws(aws),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            new(StatusCodes.Status413PayloadTooLarge, "Request Too Long"),
        BadHttpRequestException bad => new(bad.StatusCode, "Bad Request"),
        OperationCanceledException or TimeoutException => new(StatusCodes.Status504GatewayTimeout, TimedOut),
        AmazonClientException or HttpRequestException or IOException =>
            new(StatusCodes.Status502BadGateway, Unreachable),
        _ => new(StatusCodes.Status500InternalServerError, InternalError),
    };

    private static Fault OfAws(AmazonServiceException aws)
    {
        // A model that is being loaded is no rate limit, though Bedrock answers both with 429.
        var isLoading = aws.ErrorCode is "ModelNotReadyException";
        var status = isLoading ? StatusCodes.Status503ServiceUnavailable : (int)aws.StatusCode;
        var asked = (aws as BedrockFault)?.RetryAfter;
        return new(status, aws.Message is { Length: > 0 } text ? text : aws.ErrorCode ?? InternalError)
        {
            AwsCode = aws.ErrorCode,
            AwsStatus = (int)aws.StatusCode,
            RetryAfter = asked ?? (status is 429 or 503 && aws is BedrockFault ? UsualWait : null),
        };
    }

    private static bool IsDenial(AmazonServiceException fault) =>
        Denials.Contains(fault.ErrorCode ?? fault.GetType().Name)
        && fault.Message?.StartsWith(NoModelAccess, StringComparison.Ordinal) is not true;
}
