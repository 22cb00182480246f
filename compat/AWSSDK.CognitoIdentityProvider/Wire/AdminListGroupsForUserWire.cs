using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>AdminListGroupsForUser</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListGroupsForUser.html
/// </remarks>
internal static class AdminListGroupsForUserWire
{
    private static readonly JsonShape<AdminListGroupsForUserResponse> Reply = new()
    {
        { "Groups", static (to, json, ref at) => to.Groups = json.List(GroupTypeWire.Shape, ref at) },
        { "NextToken", static (to, json, ref at) => to.NextToken = json.Text(ref at) },
    };

    public static readonly Operation<AdminListGroupsForUserRequest> Operation =
        CognitoProtocol.Operation<AdminListGroupsForUserRequest, AdminListGroupsForUserResponse>(
            "AdminListGroupsForUser",
            Write,
            Reply,
            "InternalErrorException",
            "InvalidParameterException",
            "NotAuthorizedException",
            "ResourceNotFoundException",
            "TooManyRequestsException",
            "UserNotFoundException");

    private static void Write(AdminListGroupsForUserRequest request, Utf8JsonWriter json)
    {
        json.Int("Limit", request.Limit);
        json.Text("NextToken", request.NextToken);
        json.Text("UserPoolId", request.UserPoolId);
        json.Text("Username", request.Username);
    }
}
