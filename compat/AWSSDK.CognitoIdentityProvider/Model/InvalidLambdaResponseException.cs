using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The service answered with the error <c>InvalidLambdaResponseException</c>.</summary>
public class InvalidLambdaResponseException : AmazonCognitoIdentityProviderException
{
    public InvalidLambdaResponseException()
    {
    }

    public InvalidLambdaResponseException(string message)
        : base(message)
    {
    }

    public InvalidLambdaResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InvalidLambdaResponseException(Exception innerException)
        : base(innerException)
    {
    }

    public InvalidLambdaResponseException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public InvalidLambdaResponseException(
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
