using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>ConfirmForgotPassword</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmForgotPassword.html
/// </remarks>
internal static class ConfirmForgotPasswordWire
{
    public static readonly Operation<ConfirmForgotPasswordRequest> Operation =
        CognitoProtocol.Operation<ConfirmForgotPasswordRequest, ConfirmForgotPasswordResponse>(
            "ConfirmForgotPassword",
            Write,
            null,
            "CodeMismatchException",
            "ExpiredCodeException",
            "ForbiddenException",
            "InternalErrorException",
            "InvalidLambdaResponseException",
            "InvalidParameterException",
            "InvalidPasswordException",
            "LimitExceededException",
            "NotAuthorizedException",
            "PasswordHistoryPolicyViolationException",
            "ResourceNotFoundException",
            "TooManyFailedAttemptsException",
            "TooManyRequestsException",
            "UnexpectedLambdaException",
            "UserLambdaValidationException",
            "UserNotConfirmedException",
            "UserNotFoundException");

    private static void Write(ConfirmForgotPasswordRequest request, Utf8JsonWriter json)
    {
        json.Object("AnalyticsMetadata", request.AnalyticsMetadata, AnalyticsMetadataTypeWire.Write);
        json.Text("ClientId", request.ClientId);
        json.TextMap("ClientMetadata", request.ClientMetadata);
        json.Text("ConfirmationCode", request.ConfirmationCode);
        json.Text("Password", request.Password);
        json.Text("SecretHash", request.SecretHash);
        json.Object("UserContextData", request.UserContextData, UserContextDataTypeWire.Write);
        json.Text("Username", request.Username);
    }
}
