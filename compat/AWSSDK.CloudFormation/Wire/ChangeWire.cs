using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class ChangeWire
{
    public static readonly XmlShape<Change> Shape = new()
    {
        { "HookInvocationCount", static (to, xml) => to.HookInvocationCount = xml.Int() },
        { "ResourceChange", static (to, xml) => to.ResourceChange = ResourceChangeWire.Shape.Read(xml) },
        { "Type", static (to, xml) => to.Type = xml.Text() },
    };
}
