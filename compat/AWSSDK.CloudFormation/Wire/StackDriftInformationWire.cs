using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class StackDriftInformationWire
{
    public static readonly XmlShape<StackDriftInformation> Shape = new()
    {
        { "LastCheckTimestamp", static (to, xml) => to.LastCheckTimestamp = xml.Time() },
        { "StackDriftStatus", static (to, xml) => to.StackDriftStatus = xml.Text() },
    };
}
