using System.Text.Json;
using Amazon.APIGateway.Model;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

internal static class PatchOperationWire
{
    public static void Write(PatchOperation value, Utf8JsonWriter json)
    {
        json.Text("from", value.From);
        json.Text("op", value.Op);
        json.Text("path", value.Path);
        json.Text("value", value.Value);
    }
}
