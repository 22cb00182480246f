using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class RollbackTriggerWire
{
    public static readonly XmlShape<RollbackTrigger> Shape = new()
    {
        { "Arn", static (to, xml) => to.Arn = xml.Text() },
        { "Type", static (to, xml) => to.Type = xml.Text() },
    };

    public static void Write(RollbackTrigger value, QueryWriter query)
    {
        query.Text("Arn", value.Arn);
        query.Text("Type", value.Type);
    }
}
