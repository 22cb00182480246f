using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

/// <summary><c>ExecuteChangeSet</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ExecuteChangeSet.html
/// </remarks>
internal static class ExecuteChangeSetWire
{
    public static readonly Operation<ExecuteChangeSetRequest> Operation =
        CloudFormationProtocol.Operation<ExecuteChangeSetRequest, ExecuteChangeSetResponse>(
            "ExecuteChangeSet",
            Write,
            null,
            null,
            "ChangeSetNotFound",
            "InsufficientCapabilitiesException",
            "InvalidChangeSetStatus",
            "TokenAlreadyExistsException");

    private static void Write(ExecuteChangeSetRequest request, QueryWriter query)
    {
        query.Text("ChangeSetName", request.ChangeSetName);
        query.Text("ClientRequestToken", request.ClientRequestToken);
        query.Flag("DisableRollback", request.DisableRollback);
        query.Flag("RetainExceptOnCreate", request.RetainExceptOnCreate);
        query.Text("StackName", request.StackName);
    }
}
