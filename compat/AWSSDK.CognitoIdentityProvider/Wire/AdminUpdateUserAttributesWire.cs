using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>AdminUpdateUserAttributes</c> on the wire.</summary>
/// <remarks>
/// Source:
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html
/// </remarks>
internal static class AdminUpdateUserAttributesWire
{
    public static readonly Operation<AdminUpdateUserAttributesRequest> Operation =
        CognitoProtocol.Operation<AdminUpdateUserAttributesRequest, AdminUpdateUserAttributesResponse>(
            "AdminUpdateUserAttributes",
            Write,
            null,
            "AliasExistsException",
            "InternalErrorException",
            "InvalidEmailRoleAccessPolicyException",
            "InvalidLambdaResponseException",
            "InvalidParameterException",
            "InvalidSmsRoleAccessPolicyException",
            "InvalidSmsRoleTrustRelationshipException",
            "NotAuthorizedException",
            "ResourceNotFoundException",
            "TooManyRequestsException",
            "UnexpectedLambdaException",
            "UserLambdaValidationException",
            "UserNotFoundException");

    private static void Write(AdminUpdateUserAttributesRequest request, Utf8JsonWriter json)
    {
        json.TextMap("ClientMetadata", request.ClientMetadata);
        json.List("UserAttributes", request.UserAttributes, AttributeTypeWire.Write);
        json.Text("UserPoolId", request.UserPoolId);
        json.Text("Username", request.Username);
    }
}
