using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class ResourceTargetDefinitionWire
{
    public static readonly XmlShape<ResourceTargetDefinition> Shape = new()
    {
        { "AfterValue", static (to, xml) => to.AfterValue = xml.Text() },
        { "AfterValueFrom", static (to, xml) => to.AfterValueFrom = xml.Text() },
        { "Attribute", static (to, xml) => to.Attribute = xml.Text() },
        { "AttributeChangeType", static (to, xml) => to.AttributeChangeType = xml.Text() },
        { "BeforeValue", static (to, xml) => to.BeforeValue = xml.Text() },
        { "BeforeValueFrom", static (to, xml) => to.BeforeValueFrom = xml.Text() },
        { "Drift", static (to, xml) => to.Drift = LiveResourceDriftWire.Shape.Read(xml) },
        { "Name", static (to, xml) => to.Name = xml.Text() },
        { "Path", static (to, xml) => to.Path = xml.Text() },
        { "RequiresRecreation", static (to, xml) => to.RequiresRecreation = xml.Text() },
    };
}
