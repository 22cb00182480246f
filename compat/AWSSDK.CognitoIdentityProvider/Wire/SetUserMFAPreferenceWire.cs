using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>SetUserMFAPreference</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserMFAPreference.html
/// </remarks>
internal static class SetUserMFAPreferenceWire
{
    public static readonly Operation<SetUserMFAPreferenceRequest> Operation =
        CognitoProtocol.Operation<SetUserMFAPreferenceRequest, SetUserMFAPreferenceResponse>(
            "SetUserMFAPreference",
            Write,
            null,
            "ForbiddenException",
            "InternalErrorException",
            "InvalidParameterException",
            "NotAuthorizedException",
            "PasswordResetRequiredException",
            "ResourceNotFoundException",
            "UserNotConfirmedException",
            "UserNotFoundException");

    private static void Write(SetUserMFAPreferenceRequest request, Utf8JsonWriter json)
    {
        json.Text("AccessToken", request.AccessToken);
        json.Object("EmailMfaSettings", request.EmailMfaSettings, EmailMfaSettingsTypeWire.Write);
        json.Object("SMSMfaSettings", request.SMSMfaSettings, SMSMfaSettingsTypeWire.Write);
        json.Object(
            "SoftwareTokenMfaSettings", request.SoftwareTokenMfaSettings, SoftwareTokenMfaSettingsTypeWire.Write);
        json.Object("WebAuthnMfaSettings", request.WebAuthnMfaSettings, WebAuthnMfaSettingsTypeWire.Write);
    }
}
