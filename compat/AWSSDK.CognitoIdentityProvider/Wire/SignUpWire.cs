using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>SignUp</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html
/// </remarks>
internal static class SignUpWire
{
    private static readonly JsonShape<SignUpResponse> Reply = new()
    {
        {
            "CodeDeliveryDetails",
            static (to, json, ref at) =>
                to.CodeDeliveryDetails = CodeDeliveryDetailsTypeWire.Shape.Unmarshall(json, ref at)
        },
        { "Session", static (to, json, ref at) => to.Session = json.Text(ref at) },
        { "UserConfirmed", static (to, json, ref at) => to.UserConfirmed = json.Flag(ref at) },
        { "UserSub", static (to, json, ref at) => to.UserSub = json.Text(ref at) },
    };

    public static readonly Operation<SignUpRequest> Operation =
        CognitoProtocol.Operation<SignUpRequest, SignUpResponse>(
            "SignUp",
            Write,
            Reply,
            "CodeDeliveryFailureException",
            "ForbiddenException",
            "InternalErrorException",
            "InvalidEmailRoleAccessPolicyException",
            "InvalidLambdaResponseException",
            "InvalidParameterException",
            "InvalidPasswordException",
            "InvalidSmsRoleAccessPolicyException",
            "InvalidSmsRoleTrustRelationshipException",
            "LimitExceededException",
            "NotAuthorizedException",
            "ResourceNotFoundException",
            "TooManyRequestsException",
            "UnexpectedLambdaException",
            "UserLambdaValidationException",
            "UsernameExistsException");

    private static void Write(SignUpRequest request, Utf8JsonWriter json)
    {
        json.Object("AnalyticsMetadata", request.AnalyticsMetadata, AnalyticsMetadataTypeWire.Write);
        json.Text("ClientId", request.ClientId);
        json.TextMap("ClientMetadata", request.ClientMetadata);
        json.Text("Password", request.Password);
        json.Text("SecretHash", request.SecretHash);
        json.List("UserAttributes", request.UserAttributes, AttributeTypeWire.Write);
        json.Object("UserContextData", request.UserContextData, UserContextDataTypeWire.Write);
        json.Text("Username", request.Username);
        json.List("ValidationData", request.ValidationData, AttributeTypeWire.Write);
    }
}
