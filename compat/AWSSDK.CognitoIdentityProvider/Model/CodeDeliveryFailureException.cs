using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The service answered with the error <c>CodeDeliveryFailureException</c>.</summary>
public class CodeDeliveryFailureException : AmazonCognitoIdentityProviderException
{
    public CodeDeliveryFailureException()
    {
    }

    public CodeDeliveryFailureException(string message)
        : base(message)
    {
    }

    public CodeDeliveryFailureException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public CodeDeliveryFailureException(Exception innerException)
        : base(innerException)
    {
    }

    public CodeDeliveryFailureException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public CodeDeliveryFailureException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
