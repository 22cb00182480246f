using System.Net;
using Amazon.Runtime;

namespace Amazon.APIGateway.Model;

/// <summary>The service answered with the error <c>BadRequestException</c>.</summary>
public class BadRequestException : AmazonAPIGatewayException
{
    public BadRequestException()
    {
    }

    public BadRequestException(string message)
        : base(message)
    {
    }

    public BadRequestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public BadRequestException(Exception innerException)
        : base(innerException)
    {
    }

    public BadRequestException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public BadRequestException(
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
