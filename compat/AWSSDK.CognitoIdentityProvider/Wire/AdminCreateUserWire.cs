using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>AdminCreateUser</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html
/// </remarks>
internal static class AdminCreateUserWire
{
    private static readonly JsonShape<AdminCreateUserResponse> Reply = new()
    {
        { "User", static (to, json, ref at) => to.User = UserTypeWire.Shape.Unmarshall(json, ref at) },
    };

    public static readonly Operation<AdminCreateUserRequest> Operation =
        CognitoProtocol.Operation<AdminCreateUserRequest, AdminCreateUserResponse>(
            "AdminCreateUser",
            Write,
            Reply,
            "CodeDeliveryFailureException",
            "InternalErrorException",
            "InvalidLambdaResponseException",
            "InvalidParameterException",
            "InvalidPasswordException",
            "InvalidSmsRoleAccessPolicyException",
            "InvalidSmsRoleTrustRelationshipException",
            "NotAuthorizedException",
            "PreconditionNotMetException",
            "ResourceNotFoundException",
            "TooManyRequestsException",
            "UnexpectedLambdaException",
            "UnsupportedUserStateException",
            "UserLambdaValidationException",
            "UserNotFoundException",
            "UsernameExistsException");

    private static void Write(AdminCreateUserRequest request, Utf8JsonWriter json)
    {
        json.TextMap("ClientMetadata", request.ClientMetadata);
        json.Texts("DesiredDeliveryMediums", request.DesiredDeliveryMediums);
        json.Flag("ForceAliasCreation", request.ForceAliasCreation);
        json.Text("MessageAction", request.MessageAction);
        json.Text("TemporaryPassword", request.TemporaryPassword);
        json.List("UserAttributes", request.UserAttributes, AttributeTypeWire.Write);
        json.Text("UserPoolId", request.UserPoolId);
        json.Text("Username", request.Username);
        json.List("ValidationData", request.ValidationData, AttributeTypeWire.Write);
    }
}
