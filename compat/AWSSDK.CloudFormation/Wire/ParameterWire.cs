using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class ParameterWire
{
    public static readonly XmlShape<Parameter> Shape = new()
    {
        { "ParameterKey", static (to, xml) => to.ParameterKey = xml.Text() },
        { "ParameterValue", static (to, xml) => to.ParameterValue = xml.Text() },
        { "ResolvedValue", static (to, xml) => to.ResolvedValue = xml.Text() },
        { "UsePreviousValue", static (to, xml) => to.UsePreviousValue = xml.Flag() },
    };

    public static void Write(Parameter value, QueryWriter query)
    {
        query.Text("ParameterKey", value.ParameterKey);
        query.Text("ParameterValue", value.ParameterValue);
        query.Text("ResolvedValue", value.ResolvedValue);
        query.Flag("UsePreviousValue", value.UsePreviousValue);
    }
}
