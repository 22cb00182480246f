using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The service answered with the error <c>EnableSoftwareTokenMFAException</c>.</summary>
public class EnableSoftwareTokenMFAException : AmazonCognitoIdentityProviderException
{
    public EnableSoftwareTokenMFAException()
    {
    }

    public EnableSoftwareTokenMFAException(string message)
        : base(message)
    {
    }

    public EnableSoftwareTokenMFAException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public EnableSoftwareTokenMFAException(Exception innerException)
        : base(innerException)
    {
    }

    public EnableSoftwareTokenMFAException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public EnableSoftwareTokenMFAException(
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
