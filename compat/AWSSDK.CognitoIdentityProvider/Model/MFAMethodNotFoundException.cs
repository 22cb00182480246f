using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The service answered with the error <c>MFAMethodNotFoundException</c>.</summary>
public class MFAMethodNotFoundException : AmazonCognitoIdentityProviderException
{
    public MFAMethodNotFoundException()
    {
    }

    public MFAMethodNotFoundException(string message)
        : base(message)
    {
    }

    public MFAMethodNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public MFAMethodNotFoundException(Exception innerException)
        : base(innerException)
    {
    }

    public MFAMethodNotFoundException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public MFAMethodNotFoundException(
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
