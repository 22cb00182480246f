using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

internal static class AnalyticsMetadataTypeWire
{
    public static void Write(AnalyticsMetadataType value, Utf8JsonWriter json)
    {
        json.Text("AnalyticsEndpointId", value.AnalyticsEndpointId);
    }
}
