using System.Net;
using Amazon.Runtime;

namespace Amazon.APIGateway;

/// <summary>Any fault of the service that has no type of its own.</summary>
public class AmazonAPIGatewayException : AmazonServiceException
{
    public AmazonAPIGatewayException()
    {
    }

    public AmazonAPIGatewayException(string message)
        : base(message)
    {
    }

    public AmazonAPIGatewayException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public AmazonAPIGatewayException(Exception innerException)
        : base(innerException)
    {
    }

    public AmazonAPIGatewayException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public AmazonAPIGatewayException(
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
