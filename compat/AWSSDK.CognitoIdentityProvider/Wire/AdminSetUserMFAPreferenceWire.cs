using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>AdminSetUserMFAPreference</c> on the wire.</summary>
/// <remarks>
/// Source:
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserMFAPreference.html
/// </remarks>
internal static class AdminSetUserMFAPreferenceWire
{
    public static readonly Operation<AdminSetUserMFAPreferenceRequest> Operation =
        CognitoProtocol.Operation<AdminSetUserMFAPreferenceRequest, AdminSetUserMFAPreferenceResponse>(
            "AdminSetUserMFAPreference",
            Write,
            null,
            "InternalErrorException",
            "InvalidParameterException",
            "NotAuthorizedException",
            "PasswordResetRequiredException",
            "ResourceNotFoundException",
            "UserNotConfirmedException",
            "UserNotFoundException");

    private static void Write(AdminSetUserMFAPreferenceRequest request, Utf8JsonWriter json)
    {
        json.Object("EmailMfaSettings", request.EmailMfaSettings, EmailMfaSettingsTypeWire.Write);
        json.Object("SMSMfaSettings", request.SMSMfaSettings, SMSMfaSettingsTypeWire.Write);
        json.Object(
            "SoftwareTokenMfaSettings", request.SoftwareTokenMfaSettings, SoftwareTokenMfaSettingsTypeWire.Write);
        json.Text("Username", request.Username);
        json.Text("UserPoolId", request.UserPoolId);
        json.Object("WebAuthnMfaSettings", request.WebAuthnMfaSettings, WebAuthnMfaSettingsTypeWire.Write);
    }
}
