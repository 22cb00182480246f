using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class ResourceDriftIgnoredAttributeWire
{
    public static readonly XmlShape<ResourceDriftIgnoredAttribute> Shape = new()
    {
        { "Path", static (to, xml) => to.Path = xml.Text() },
        { "Reason", static (to, xml) => to.Reason = xml.Text() },
    };
}
