using System.Net;
using Amazon.Runtime;

namespace Amazon.Bedrock;

/// <summary>Any fault of the service that has no type of its own.</summary>
public class AmazonBedrockException : AmazonServiceException
{
    public AmazonBedrockException()
    {
    }

    public AmazonBedrockException(string message)
        : base(message)
    {
    }

    public AmazonBedrockException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public AmazonBedrockException(Exception innerException)
        : base(innerException)
    {
    }

    public AmazonBedrockException(
        string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public AmazonBedrockException(
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
