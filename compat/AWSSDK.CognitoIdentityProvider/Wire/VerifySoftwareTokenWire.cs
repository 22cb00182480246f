using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>VerifySoftwareToken</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifySoftwareToken.html
/// </remarks>
internal static class VerifySoftwareTokenWire
{
    private static readonly JsonShape<VerifySoftwareTokenResponse> Reply = new()
    {
        { "Session", static (to, json, ref at) => to.Session = json.Text(ref at) },
        { "Status", static (to, json, ref at) => to.Status = json.Text(ref at) },
    };

    public static readonly Operation<VerifySoftwareTokenRequest> Operation =
        CognitoProtocol.Operation<VerifySoftwareTokenRequest, VerifySoftwareTokenResponse>(
            "VerifySoftwareToken",
            Write,
            Reply,
            "CodeMismatchException",
            "EnableSoftwareTokenMFAException",
            "ForbiddenException",
            "InternalErrorException",
            "InvalidParameterException",
            "InvalidUserPoolConfigurationException",
            "NotAuthorizedException",
            "PasswordResetRequiredException",
            "ResourceNotFoundException",
            "SoftwareTokenMFANotFoundException",
            "TooManyRequestsException",
            "UserNotConfirmedException",
            "UserNotFoundException");

    private static void Write(VerifySoftwareTokenRequest request, Utf8JsonWriter json)
    {
        json.Text("AccessToken", request.AccessToken);
        json.Text("FriendlyDeviceName", request.FriendlyDeviceName);
        json.Text("Session", request.Session);
        json.Text("UserCode", request.UserCode);
    }
}
