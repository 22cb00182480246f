using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>AdminGetUser</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html
/// </remarks>
internal static class AdminGetUserWire
{
    private static readonly JsonShape<AdminGetUserResponse> Reply = new()
    {
        { "Enabled", static (to, json, ref at) => to.Enabled = json.Flag(ref at) },
        { "MFAOptions", static (to, json, ref at) => to.MFAOptions = json.List(MFAOptionTypeWire.Shape, ref at) },
        { "PreferredMfaSetting", static (to, json, ref at) => to.PreferredMfaSetting = json.Text(ref at) },
        {
            "UserAttributes",
            static (to, json, ref at) =>
                to.UserAttributes = json.List(AttributeTypeWire.Shape, ref at)
        },
        { "UserCreateDate", static (to, json, ref at) => to.UserCreateDate = json.Time(ref at) },
        { "UserLastModifiedDate", static (to, json, ref at) => to.UserLastModifiedDate = json.Time(ref at) },
        { "UserMFASettingList", static (to, json, ref at) => to.UserMFASettingList = json.Texts(ref at) },
        { "UserStatus", static (to, json, ref at) => to.UserStatus = json.Text(ref at) },
        { "Username", static (to, json, ref at) => to.Username = json.Text(ref at) },
    };

    public static readonly Operation<AdminGetUserRequest> Operation =
        CognitoProtocol.Operation<AdminGetUserRequest, AdminGetUserResponse>(
            "AdminGetUser",
            Write,
            Reply,
            "InternalErrorException",
            "InvalidParameterException",
            "NotAuthorizedException",
            "ResourceNotFoundException",
            "TooManyRequestsException",
            "UserNotFoundException");

    private static void Write(AdminGetUserRequest request, Utf8JsonWriter json)
    {
        json.Text("UserPoolId", request.UserPoolId);
        json.Text("Username", request.Username);
    }
}
