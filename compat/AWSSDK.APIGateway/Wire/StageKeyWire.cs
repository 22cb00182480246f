using System.Text.Json;
using Amazon.APIGateway.Model;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

internal static class StageKeyWire
{
    public static void Write(StageKey value, Utf8JsonWriter json)
    {
        json.Text("restApiId", value.RestApiId);
        json.Text("stageName", value.StageName);
    }
}
