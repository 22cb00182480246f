using Amazon.APIGateway.Model;
using Amazon.Runtime;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

/// <summary>The exceptions of the service, by the code that its errors carry.</summary>
internal static class ApiGatewayFaults
{
    public static readonly FaultSet All = new(
        static (error, _) => new AmazonAPIGatewayException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        new Dictionary<string, FaultFactory>
        {
            ["BadRequestException"] = static (error, _) =>
                new BadRequestException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ConflictException"] = static (error, _) =>
                new ConflictException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["LimitExceededException"] = static (error, details) =>
                new LimitExceededException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode)
                {
                    RetryAfterSeconds = details.Header("Retry-After"),
                },
            ["NotFoundException"] = static (error, _) =>
                new NotFoundException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["TooManyRequestsException"] = static (error, details) =>
                new TooManyRequestsException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode)
                {
                    RetryAfterSeconds = details.Header("Retry-After"),
                },
            ["UnauthorizedException"] = static (error, _) =>
                new UnauthorizedException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        });

    /// <summary>A request that lacks a value which the address is made of.</summary>
    public static AmazonServiceException Unset(string message) => new AmazonAPIGatewayException(message);
}
