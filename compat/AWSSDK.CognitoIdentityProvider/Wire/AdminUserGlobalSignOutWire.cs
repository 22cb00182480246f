using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>AdminUserGlobalSignOut</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUserGlobalSignOut.html
/// </remarks>
internal static class AdminUserGlobalSignOutWire
{
    public static readonly Operation<AdminUserGlobalSignOutRequest> Operation =
        CognitoProtocol.Operation<AdminUserGlobalSignOutRequest, AdminUserGlobalSignOutResponse>(
            "AdminUserGlobalSignOut",
            Write,
            null,
            "InternalErrorException",
            "InvalidParameterException",
            "NotAuthorizedException",
            "ResourceNotFoundException",
            "TooManyRequestsException",
            "UserNotFoundException");

    private static void Write(AdminUserGlobalSignOutRequest request, Utf8JsonWriter json)
    {
        json.Text("UserPoolId", request.UserPoolId);
        json.Text("Username", request.Username);
    }
}
