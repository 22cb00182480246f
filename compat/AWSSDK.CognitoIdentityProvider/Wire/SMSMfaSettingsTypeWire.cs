using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

internal static class SMSMfaSettingsTypeWire
{
    public static void Write(SMSMfaSettingsType value, Utf8JsonWriter json)
    {
        json.Flag("Enabled", value.Enabled);
        json.Flag("PreferredMfa", value.PreferredMfa);
    }
}
