using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class ResourceChangeDetailWire
{
    public static readonly XmlShape<ResourceChangeDetail> Shape = new()
    {
        { "CausingEntity", static (to, xml) => to.CausingEntity = xml.Text() },
        { "ChangeSource", static (to, xml) => to.ChangeSource = xml.Text() },
        { "Evaluation", static (to, xml) => to.Evaluation = xml.Text() },
        { "Target", static (to, xml) => to.Target = ResourceTargetDefinitionWire.Shape.Read(xml) },
    };
}
