using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>AdminDisableUser</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableUser.html
/// </remarks>
internal static class AdminDisableUserWire
{
    public static readonly Operation<AdminDisableUserRequest> Operation =
        CognitoProtocol.Operation<AdminDisableUserRequest, AdminDisableUserResponse>(
            "AdminDisableUser",
            Write,
            null,
            "InternalErrorException",
            "InvalidParameterException",
            "NotAuthorizedException",
            "ResourceNotFoundException",
            "TooManyRequestsException",
            "UserNotFoundException");

    private static void Write(AdminDisableUserRequest request, Utf8JsonWriter json)
    {
        json.Text("UserPoolId", request.UserPoolId);
        json.Text("Username", request.Username);
    }
}
