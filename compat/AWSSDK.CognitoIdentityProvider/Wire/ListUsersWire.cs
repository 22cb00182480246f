using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>ListUsers</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html
/// </remarks>
internal static class ListUsersWire
{
    private static readonly JsonShape<ListUsersResponse> Reply = new()
    {
        { "PaginationToken", static (to, json, ref at) => to.PaginationToken = json.Text(ref at) },
        { "Users", static (to, json, ref at) => to.Users = json.List(UserTypeWire.Shape, ref at) },
    };

    public static readonly Operation<ListUsersRequest> Operation =
        CognitoProtocol.Operation<ListUsersRequest, ListUsersResponse>(
            "ListUsers",
            Write,
            Reply,
            "InternalErrorException",
            "InvalidParameterException",
            "NotAuthorizedException",
            "ResourceNotFoundException",
            "TooManyRequestsException");

    private static void Write(ListUsersRequest request, Utf8JsonWriter json)
    {
        json.Texts("AttributesToGet", request.AttributesToGet);
        json.Text("Filter", request.Filter);
        json.Int("Limit", request.Limit);
        json.Text("PaginationToken", request.PaginationToken);
        json.Text("UserPoolId", request.UserPoolId);
    }
}
