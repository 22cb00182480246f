using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class OutputWire
{
    public static readonly XmlShape<Output> Shape = new()
    {
        { "Description", static (to, xml) => to.Description = xml.Text() },
        { "ExportName", static (to, xml) => to.ExportName = xml.Text() },
        { "OutputKey", static (to, xml) => to.OutputKey = xml.Text() },
        { "OutputValue", static (to, xml) => to.OutputValue = xml.Text() },
    };
}
