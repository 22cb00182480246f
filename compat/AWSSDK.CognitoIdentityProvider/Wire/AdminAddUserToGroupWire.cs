using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>AdminAddUserToGroup</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminAddUserToGroup.html
/// </remarks>
internal static class AdminAddUserToGroupWire
{
    public static readonly Operation<AdminAddUserToGroupRequest> Operation =
        CognitoProtocol.Operation<AdminAddUserToGroupRequest, AdminAddUserToGroupResponse>(
            "AdminAddUserToGroup",
            Write,
            null,
            "InternalErrorException",
            "InvalidParameterException",
            "NotAuthorizedException",
            "ResourceNotFoundException",
            "TooManyRequestsException",
            "UserNotFoundException");

    private static void Write(AdminAddUserToGroupRequest request, Utf8JsonWriter json)
    {
        json.Text("GroupName", request.GroupName);
        json.Text("UserPoolId", request.UserPoolId);
        json.Text("Username", request.Username);
    }
}
