using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class OperationEntryWire
{
    public static readonly XmlShape<OperationEntry> Shape = new()
    {
        { "OperationId", static (to, xml) => to.OperationId = xml.Text() },
        { "OperationType", static (to, xml) => to.OperationType = xml.Text() },
    };
}
