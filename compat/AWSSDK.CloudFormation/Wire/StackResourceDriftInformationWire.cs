using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class StackResourceDriftInformationWire
{
    public static readonly XmlShape<StackResourceDriftInformation> Shape = new()
    {
        { "LastCheckTimestamp", static (to, xml) => to.LastCheckTimestamp = xml.Time() },
        { "StackResourceDriftStatus", static (to, xml) => to.StackResourceDriftStatus = xml.Text() },
    };
}
