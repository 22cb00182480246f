using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

internal static class UserContextDataTypeWire
{
    public static void Write(UserContextDataType value, Utf8JsonWriter json)
    {
        json.Text("EncodedData", value.EncodedData);
        json.Text("IpAddress", value.IpAddress);
    }
}
