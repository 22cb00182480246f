using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

/// <summary><c>DescribeChangeSet</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeChangeSet.html
/// </remarks>
internal static class DescribeChangeSetWire
{
    private static readonly XmlShape<DescribeChangeSetResponse> Reply = new()
    {
        { "Capabilities/member", static (to, xml) => (to.Capabilities ??= []).Add(xml.Text()) },
        { "ChangeSetId", static (to, xml) => to.ChangeSetId = xml.Text() },
        { "ChangeSetName", static (to, xml) => to.ChangeSetName = xml.Text() },
        { "Changes/member", static (to, xml) => (to.Changes ??= []).Add(ChangeWire.Shape.Read(xml)) },
        { "CreationTime", static (to, xml) => to.CreationTime = xml.Time() },
        { "DeploymentMode", static (to, xml) => to.DeploymentMode = xml.Text() },
        { "Description", static (to, xml) => to.Description = xml.Text() },
        { "ExecutionStatus", static (to, xml) => to.ExecutionStatus = xml.Text() },
        { "ImportExistingResources", static (to, xml) => to.ImportExistingResources = xml.Flag() },
        { "IncludeNestedStacks", static (to, xml) => to.IncludeNestedStacks = xml.Flag() },
        { "NextToken", static (to, xml) => to.NextToken = xml.Text() },
        { "NotificationARNs/member", static (to, xml) => (to.NotificationARNs ??= []).Add(xml.Text()) },
        { "OnStackFailure", static (to, xml) => to.OnStackFailure = xml.Text() },
        { "Parameters/member", static (to, xml) => (to.Parameters ??= []).Add(ParameterWire.Shape.Read(xml)) },
        { "ParentChangeSetId", static (to, xml) => to.ParentChangeSetId = xml.Text() },
        {
            "RollbackConfiguration",
            static (to, xml) =>
                to.RollbackConfiguration = RollbackConfigurationWire.Shape.Read(xml)
        },
        { "RootChangeSetId", static (to, xml) => to.RootChangeSetId = xml.Text() },
        { "StackDriftStatus", static (to, xml) => to.StackDriftStatus = xml.Text() },
        { "StackId", static (to, xml) => to.StackId = xml.Text() },
        { "StackName", static (to, xml) => to.StackName = xml.Text() },
        { "Status", static (to, xml) => to.Status = xml.Text() },
        { "StatusReason", static (to, xml) => to.StatusReason = xml.Text() },
        { "Tags/member", static (to, xml) => (to.Tags ??= []).Add(TagWire.Shape.Read(xml)) },
    };

    public static readonly Operation<DescribeChangeSetRequest> Operation =
        CloudFormationProtocol.Operation<DescribeChangeSetRequest, DescribeChangeSetResponse>(
            "DescribeChangeSet",
            Write,
            "DescribeChangeSetResult",
            Reply,
            "ChangeSetNotFound");

    private static void Write(DescribeChangeSetRequest request, QueryWriter query)
    {
        query.Text("ChangeSetName", request.ChangeSetName);
        query.Flag("IncludePropertyValues", request.IncludePropertyValues);
        query.Text("NextToken", request.NextToken);
        query.Text("StackName", request.StackName);
    }
}
