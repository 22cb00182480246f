using System.Net;
using Amazon.Runtime;
using BedrockGateway.Api.Errors;

namespace BedrockGateway.Api.Accounts;

internal static class FailedCallExtensions
{
    /// <summary>Whether a failed call may have done its work after all: no reply came, or a server's failure.</summary>
    /// <remarks>
    /// Not our own "too many", and not "already exists": calls that make something are made once, so that what exists
    /// is somebody else's.
    /// </remarks>
    public static bool MayHaveTakenEffect(this Exception fault) => fault switch
    {
        RequestFault => false,
        AmazonServiceException aws =>
            aws.StatusCode is < HttpStatusCode.BadRequest or >= HttpStatusCode.InternalServerError,
        _ => true,
    };
}
