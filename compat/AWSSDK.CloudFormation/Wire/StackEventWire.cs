using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class StackEventWire
{
    public static readonly XmlShape<StackEvent> Shape = new()
    {
        { "ClientRequestToken", static (to, xml) => to.ClientRequestToken = xml.Text() },
        { "DetailedStatus", static (to, xml) => to.DetailedStatus = xml.Text() },
        { "EventId", static (to, xml) => to.EventId = xml.Text() },
        { "HookFailureMode", static (to, xml) => to.HookFailureMode = xml.Text() },
        { "HookInvocationId", static (to, xml) => to.HookInvocationId = xml.Text() },
        { "HookInvocationPoint", static (to, xml) => to.HookInvocationPoint = xml.Text() },
        { "HookStatus", static (to, xml) => to.HookStatus = xml.Text() },
        { "HookStatusReason", static (to, xml) => to.HookStatusReason = xml.Text() },
        { "HookType", static (to, xml) => to.HookType = xml.Text() },
        { "LogicalResourceId", static (to, xml) => to.LogicalResourceId = xml.Text() },
        { "OperationId", static (to, xml) => to.OperationId = xml.Text() },
        { "PhysicalResourceId", static (to, xml) => to.PhysicalResourceId = xml.Text() },
        { "ResourceProperties", static (to, xml) => to.ResourceProperties = xml.Text() },
        { "ResourceStatus", static (to, xml) => to.ResourceStatus = xml.Text() },
        { "ResourceStatusReason", static (to, xml) => to.ResourceStatusReason = xml.Text() },
        { "ResourceType", static (to, xml) => to.ResourceType = xml.Text() },
        { "StackId", static (to, xml) => to.StackId = xml.Text() },
        { "StackName", static (to, xml) => to.StackName = xml.Text() },
        { "Timestamp", static (to, xml) => to.Timestamp = xml.Time() },
    };
}
