using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The service answered with the error <c>CodeMismatchException</c>.</summary>
public class CodeMismatchException : AmazonCognitoIdentityProviderException
{
    public CodeMismatchException()
    {
    }

    public CodeMismatchException(string message)
        : base(message)
    {
    }

    public CodeMismatchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public CodeMismatchException(Exception innerException)
        : base(innerException)
    {
    }

    public CodeMismatchException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public CodeMismatchException(
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
