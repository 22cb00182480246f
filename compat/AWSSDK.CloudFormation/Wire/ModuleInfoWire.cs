using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class ModuleInfoWire
{
    public static readonly XmlShape<ModuleInfo> Shape = new()
    {
        { "LogicalIdHierarchy", static (to, xml) => to.LogicalIdHierarchy = xml.Text() },
        { "TypeHierarchy", static (to, xml) => to.TypeHierarchy = xml.Text() },
    };
}
