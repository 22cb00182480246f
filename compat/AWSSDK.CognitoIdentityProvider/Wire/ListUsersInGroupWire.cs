using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>ListUsersInGroup</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsersInGroup.html
/// </remarks>
internal static class ListUsersInGroupWire
{
    private static readonly JsonShape<ListUsersInGroupResponse> Reply = new()
    {
        { "NextToken", static (to, json, ref at) => to.NextToken = json.Text(ref at) },
        { "Users", static (to, json, ref at) => to.Users = json.List(UserTypeWire.Shape, ref at) },
    };

    public static readonly Operation<ListUsersInGroupRequest> Operation =
        CognitoProtocol.Operation<ListUsersInGroupRequest, ListUsersInGroupResponse>(
            "ListUsersInGroup",
            Write,
            Reply,
            "InternalErrorException",
            "InvalidParameterException",
            "NotAuthorizedException",
            "ResourceNotFoundException",
            "TooManyRequestsException");

    private static void Write(ListUsersInGroupRequest request, Utf8JsonWriter json)
    {
        json.Text("GroupName", request.GroupName);
        json.Int("Limit", request.Limit);
        json.Text("NextToken", request.NextToken);
        json.Text("UserPoolId", request.UserPoolId);
    }
}
