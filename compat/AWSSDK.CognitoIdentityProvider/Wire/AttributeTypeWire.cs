using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

internal static class AttributeTypeWire
{
    public static readonly JsonShape<AttributeType> Shape = new()
    {
        { "Name", static (to, json, ref at) => to.Name = json.Text(ref at) },
        { "Value", static (to, json, ref at) => to.Value = json.Text(ref at) },
    };

    public static void Write(AttributeType value, Utf8JsonWriter json)
    {
        json.Text("Name", value.Name);
        json.Text("Value", value.Value);
    }
}
