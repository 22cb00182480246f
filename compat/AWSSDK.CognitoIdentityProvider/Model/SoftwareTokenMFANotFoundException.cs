using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The service answered with the error <c>SoftwareTokenMFANotFoundException</c>.</summary>
public class SoftwareTokenMFANotFoundException : AmazonCognitoIdentityProviderException
{
    public SoftwareTokenMFANotFoundException()
    {
    }

    public SoftwareTokenMFANotFoundException(string message)
        : base(message)
    {
    }

    public SoftwareTokenMFANotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public SoftwareTokenMFANotFoundException(Exception innerException)
        : base(innerException)
    {
    }

    public SoftwareTokenMFANotFoundException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public SoftwareTokenMFANotFoundException(
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
