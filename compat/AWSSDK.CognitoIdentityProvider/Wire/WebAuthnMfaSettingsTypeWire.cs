using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

internal static class WebAuthnMfaSettingsTypeWire
{
    public static void Write(WebAuthnMfaSettingsType value, Utf8JsonWriter json)
    {
        json.Flag("Enabled", value.Enabled);
    }
}
