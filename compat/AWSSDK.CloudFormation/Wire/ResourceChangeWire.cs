using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class ResourceChangeWire
{
    public static readonly XmlShape<ResourceChange> Shape = new()
    {
        { "Action", static (to, xml) => to.Action = xml.Text() },
        { "AfterContext", static (to, xml) => to.AfterContext = xml.Text() },
        { "BeforeContext", static (to, xml) => to.BeforeContext = xml.Text() },
        { "ChangeSetId", static (to, xml) => to.ChangeSetId = xml.Text() },
        { "Details/member", static (to, xml) => (to.Details ??= []).Add(ResourceChangeDetailWire.Shape.Read(xml)) },
        { "LogicalResourceId", static (to, xml) => to.LogicalResourceId = xml.Text() },
        { "ModuleInfo", static (to, xml) => to.ModuleInfo = ModuleInfoWire.Shape.Read(xml) },
        { "PhysicalResourceId", static (to, xml) => to.PhysicalResourceId = xml.Text() },
        { "PolicyAction", static (to, xml) => to.PolicyAction = xml.Text() },
        { "PreviousDeploymentContext", static (to, xml) => to.PreviousDeploymentContext = xml.Text() },
        { "Replacement", static (to, xml) => to.Replacement = xml.Text() },
        {
            "ResourceDriftIgnoredAttributes/member",
            static (to, xml) =>
                (to.ResourceDriftIgnoredAttributes ??= []).Add(ResourceDriftIgnoredAttributeWire.Shape.Read(xml))
        },
        { "ResourceDriftStatus", static (to, xml) => to.ResourceDriftStatus = xml.Text() },
        { "ResourceType", static (to, xml) => to.ResourceType = xml.Text() },
        { "Scope/member", static (to, xml) => (to.Scope ??= []).Add(xml.Text()) },
    };
}
