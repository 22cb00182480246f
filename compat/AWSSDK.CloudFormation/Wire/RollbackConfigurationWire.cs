using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class RollbackConfigurationWire
{
    public static readonly XmlShape<RollbackConfiguration> Shape = new()
    {
        { "MonitoringTimeInMinutes", static (to, xml) => to.MonitoringTimeInMinutes = xml.Int() },
        {
            "RollbackTriggers/member",
            static (to, xml) =>
                (to.RollbackTriggers ??= []).Add(RollbackTriggerWire.Shape.Read(xml))
        },
    };

    public static void Write(RollbackConfiguration value, QueryWriter query)
    {
        query.Int("MonitoringTimeInMinutes", value.MonitoringTimeInMinutes);
        query.List("RollbackTriggers", value.RollbackTriggers, RollbackTriggerWire.Write);
    }
}
