using Amazon.CloudFormation.Model;
using Amazon.Runtime;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

/// <summary>The exceptions of the service, by the code that its errors carry.</summary>
internal static class CloudFormationFaults
{
    public static readonly FaultSet All = new(
        static (error, _) => new AmazonCloudFormationException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        new Dictionary<string, FaultFactory>
        {
            ["AlreadyExistsException"] = static (error, _) =>
                new AlreadyExistsException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["ChangeSetNotFound"] = static (error, _) =>
                new ChangeSetNotFoundException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["InsufficientCapabilitiesException"] = static (error, _) =>
                new InsufficientCapabilitiesException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["InvalidChangeSetStatus"] = static (error, _) =>
                new InvalidChangeSetStatusException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["LimitExceededException"] = static (error, _) =>
                new LimitExceededException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            ["TokenAlreadyExistsException"] = static (error, _) =>
                new TokenAlreadyExistsException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        });

    /// <summary>A request that lacks a value which the address is made of.</summary>
    public static AmazonServiceException Unset(string message) => new AmazonCloudFormationException(message);
}
