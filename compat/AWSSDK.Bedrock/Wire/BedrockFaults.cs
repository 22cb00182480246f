using Amazon.Bedrock.Model;
using Amazon.Runtime;
using Compat.AwsSdk;

namespace Amazon.Bedrock.Wire;

/// <summary>The exceptions of the service, by the code that its errors carry.</summary>
internal static class BedrockFaults
{
    public static readonly FaultSet All = new(
        static (error, _) => new AmazonBedrockException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        new Dictionary<string, FaultFactory>
        {
            ["AccessDeniedException"] = static (error, _) =>
                new AccessDeniedException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ConflictException"] = static (error, _) =>
                new ConflictException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["InternalServerException"] = static (error, _) =>
                new InternalServerException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ResourceNotFoundException"] = static (error, _) =>
                new ResourceNotFoundException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ServiceQuotaExceededException"] = static (error, _) =>
                new ServiceQuotaExceededException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ServiceUnavailableException"] = static (error, _) =>
                new ServiceUnavailableException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ThrottlingException"] = static (error, _) =>
                new ThrottlingException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ValidationException"] = static (error, _) =>
                new ValidationException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        });

    /// <summary>A request that lacks a value which the address is made of.</summary>
    public static AmazonServiceException Unset(string message) => new AmazonBedrockException(message);
}
