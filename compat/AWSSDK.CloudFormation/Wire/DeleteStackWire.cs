using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

/// <summary><c>DeleteStack</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStack.html
/// </remarks>
internal static class DeleteStackWire
{
    public static readonly Operation<DeleteStackRequest> Operation =
        CloudFormationProtocol.Operation<DeleteStackRequest, DeleteStackResponse>(
            "DeleteStack",
            Write,
            null,
            null,
            "TokenAlreadyExistsException");

    private static void Write(DeleteStackRequest request, QueryWriter query)
    {
        query.Text("ClientRequestToken", request.ClientRequestToken);
        query.Text("DeletionMode", request.DeletionMode);
        query.Texts("RetainResources", request.RetainResources);
        query.Text("RoleARN", request.RoleARN);
        query.Text("StackName", request.StackName);
    }
}
