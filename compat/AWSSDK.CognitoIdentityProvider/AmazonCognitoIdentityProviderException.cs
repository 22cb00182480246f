using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>Any fault of the service that has no type of its own.</summary>
public class AmazonCognitoIdentityProviderException : AmazonServiceException
{
    public AmazonCognitoIdentityProviderException()
    {
    }

    public AmazonCognitoIdentityProviderException(string message)
        : base(message)
    {
    }

    public AmazonCognitoIdentityProviderException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public AmazonCognitoIdentityProviderException(Exception innerException)
        : base(innerException)
    {
    }

    public AmazonCognitoIdentityProviderException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public AmazonCognitoIdentityProviderException(
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
