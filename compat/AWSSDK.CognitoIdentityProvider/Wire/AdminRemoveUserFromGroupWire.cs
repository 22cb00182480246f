using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>AdminRemoveUserFromGroup</c> on the wire.</summary>
/// <remarks>
/// Source:
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRemoveUserFromGroup.html
/// </remarks>
internal static class AdminRemoveUserFromGroupWire
{
    public static readonly Operation<AdminRemoveUserFromGroupRequest> Operation =
        CognitoProtocol.Operation<AdminRemoveUserFromGroupRequest, AdminRemoveUserFromGroupResponse>(
            "AdminRemoveUserFromGroup",
            Write,
            null,
            "InternalErrorException",
            "InvalidParameterException",
            "NotAuthorizedException",
            "ResourceNotFoundException",
            "TooManyRequestsException",
            "UserNotFoundException");

    private static void Write(AdminRemoveUserFromGroupRequest request, Utf8JsonWriter json)
    {
        json.Text("GroupName", request.GroupName);
        json.Text("UserPoolId", request.UserPoolId);
        json.Text("Username", request.Username);
    }
}
