using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

internal static class SoftwareTokenMfaSettingsTypeWire
{
    public static void Write(SoftwareTokenMfaSettingsType value, Utf8JsonWriter json)
    {
        json.Flag("Enabled", value.Enabled);
        json.Flag("PreferredMfa", value.PreferredMfa);
    }
}
