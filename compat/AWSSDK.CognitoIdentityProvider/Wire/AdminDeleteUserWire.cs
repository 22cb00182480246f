using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>AdminDeleteUser</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUser.html
/// </remarks>
internal static class AdminDeleteUserWire
{
    public static readonly Operation<AdminDeleteUserRequest> Operation =
        CognitoProtocol.Operation<AdminDeleteUserRequest, AdminDeleteUserResponse>(
            "AdminDeleteUser",
            Write,
            null,
            "InternalErrorException",
            "InvalidParameterException",
            "NotAuthorizedException",
            "ResourceNotFoundException",
            "TooManyRequestsException",
            "UserNotFoundException");

    private static void Write(AdminDeleteUserRequest request, Utf8JsonWriter json)
    {
        json.Text("UserPoolId", request.UserPoolId);
        json.Text("Username", request.Username);
    }
}
