using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class TagWire
{
    public static readonly XmlShape<Tag> Shape = new()
    {
        { "Key", static (to, xml) => to.Key = xml.Text() },
        { "Value", static (to, xml) => to.Value = xml.Text() },
    };

    public static void Write(Tag value, QueryWriter query)
    {
        query.Text("Key", value.Key);
        query.Text("Value", value.Value);
    }
}
