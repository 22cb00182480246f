using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

internal static class EmailMfaSettingsTypeWire
{
    public static void Write(EmailMfaSettingsType value, Utf8JsonWriter json)
    {
        json.Flag("Enabled", value.Enabled);
        json.Flag("PreferredMfa", value.PreferredMfa);
    }
}
