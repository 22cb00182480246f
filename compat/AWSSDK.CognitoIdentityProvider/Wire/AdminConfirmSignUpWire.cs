using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>AdminConfirmSignUp</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminConfirmSignUp.html
/// </remarks>
internal static class AdminConfirmSignUpWire
{
    public static readonly Operation<AdminConfirmSignUpRequest> Operation =
        CognitoProtocol.Operation<AdminConfirmSignUpRequest, AdminConfirmSignUpResponse>(
            "AdminConfirmSignUp",
            Write,
            null,
            "InternalErrorException",
            "InvalidLambdaResponseException",
            "InvalidParameterException",
            "LimitExceededException",
            "NotAuthorizedException",
            "ResourceNotFoundException",
            "TooManyFailedAttemptsException",
            "TooManyRequestsException",
            "UnexpectedLambdaException",
            "UserLambdaValidationException",
            "UserNotFoundException");

    private static void Write(AdminConfirmSignUpRequest request, Utf8JsonWriter json)
    {
        json.TextMap("ClientMetadata", request.ClientMetadata);
        json.Text("UserPoolId", request.UserPoolId);
        json.Text("Username", request.Username);
    }
}
