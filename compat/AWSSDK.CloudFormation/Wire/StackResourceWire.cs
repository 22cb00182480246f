using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class StackResourceWire
{
    public static readonly XmlShape<StackResource> Shape = new()
    {
        { "Description", static (to, xml) => to.Description = xml.Text() },
        {
            "DriftInformation",
            static (to, xml) =>
                to.DriftInformation = StackResourceDriftInformationWire.Shape.Read(xml)
        },
        { "LogicalResourceId", static (to, xml) => to.LogicalResourceId = xml.Text() },
        { "ModuleInfo", static (to, xml) => to.ModuleInfo = ModuleInfoWire.Shape.Read(xml) },
        { "PhysicalResourceId", static (to, xml) => to.PhysicalResourceId = xml.Text() },
        { "ResourceStatus", static (to, xml) => to.ResourceStatus = xml.Text() },
        { "ResourceStatusReason", static (to, xml) => to.ResourceStatusReason = xml.Text() },
        { "ResourceType", static (to, xml) => to.ResourceType = xml.Text() },
        { "StackId", static (to, xml) => to.StackId = xml.Text() },
        { "StackName", static (to, xml) => to.StackName = xml.Text() },
        { "Timestamp", static (to, xml) => to.Timestamp = xml.Time() },
    };
}
