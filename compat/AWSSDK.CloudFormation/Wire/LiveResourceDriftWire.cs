using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class LiveResourceDriftWire
{
    public static readonly XmlShape<LiveResourceDrift> Shape = new()
    {
        { "ActualValue", static (to, xml) => to.ActualValue = xml.Text() },
        { "DriftDetectionTimestamp", static (to, xml) => to.DriftDetectionTimestamp = xml.Time() },
        { "PreviousValue", static (to, xml) => to.PreviousValue = xml.Text() },
    };
}
