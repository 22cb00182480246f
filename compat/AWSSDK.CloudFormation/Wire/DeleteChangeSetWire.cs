using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

/// <summary><c>DeleteChangeSet</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteChangeSet.html
/// </remarks>
internal static class DeleteChangeSetWire
{
    public static readonly Operation<DeleteChangeSetRequest> Operation =
        CloudFormationProtocol.Operation<DeleteChangeSetRequest, DeleteChangeSetResponse>(
            "DeleteChangeSet",
            Write,
            null,
            null,
            "InvalidChangeSetStatus");

    private static void Write(DeleteChangeSetRequest request, QueryWriter query)
    {
        query.Text("ChangeSetName", request.ChangeSetName);
        query.Text("StackName", request.StackName);
    }
}
