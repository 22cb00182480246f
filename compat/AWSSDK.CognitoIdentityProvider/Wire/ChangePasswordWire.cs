using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>ChangePassword</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ChangePassword.html
/// </remarks>
internal static class ChangePasswordWire
{
    public static readonly Operation<ChangePasswordRequest> Operation =
        CognitoProtocol.Operation<ChangePasswordRequest, ChangePasswordResponse>(
            "ChangePassword",
            Write,
            null,
            "ForbiddenException",
            "InternalErrorException",
            "InvalidParameterException",
            "InvalidPasswordException",
            "LimitExceededException",
            "NotAuthorizedException",
            "PasswordHistoryPolicyViolationException",
            "PasswordResetRequiredException",
            "ResourceNotFoundException",
            "TooManyRequestsException",
            "UserNotConfirmedException",
            "UserNotFoundException");

    private static void Write(ChangePasswordRequest request, Utf8JsonWriter json)
    {
        json.Text("AccessToken", request.AccessToken);
        json.Text("PreviousPassword", request.PreviousPassword);
        json.Text("ProposedPassword", request.ProposedPassword);
    }
}
