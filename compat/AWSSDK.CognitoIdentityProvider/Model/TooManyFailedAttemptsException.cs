using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The service answered with the error <c>TooManyFailedAttemptsException</c>.</summary>
public class TooManyFailedAttemptsException : AmazonCognitoIdentityProviderException
{
    public TooManyFailedAttemptsException()
    {
    }

    public TooManyFailedAttemptsException(string message)
        : base(message)
    {
    }

    public TooManyFailedAttemptsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public TooManyFailedAttemptsException(Exception innerException)
        : base(innerException)
    {
    }

    public TooManyFailedAttemptsException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public TooManyFailedAttemptsException(
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
