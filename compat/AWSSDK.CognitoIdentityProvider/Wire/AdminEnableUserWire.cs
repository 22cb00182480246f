using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>AdminEnableUser</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminEnableUser.html
/// </remarks>
internal static class AdminEnableUserWire
{
    public static readonly Operation<AdminEnableUserRequest> Operation =
        CognitoProtocol.Operation<AdminEnableUserRequest, AdminEnableUserResponse>(
            "AdminEnableUser",
            Write,
            null,
            "InternalErrorException",
            "InvalidParameterException",
            "NotAuthorizedException",
            "ResourceNotFoundException",
            "TooManyRequestsException",
            "UserNotFoundException");

    private static void Write(AdminEnableUserRequest request, Utf8JsonWriter json)
    {
        json.Text("UserPoolId", request.UserPoolId);
        json.Text("Username", request.Username);
    }
}
