using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>ForgotPassword</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html
/// </remarks>
internal static class ForgotPasswordWire
{
    private static readonly JsonShape<ForgotPasswordResponse> Reply = new()
    {
        {
            "CodeDeliveryDetails",
            static (to, json, ref at) =>
                to.CodeDeliveryDetails = CodeDeliveryDetailsTypeWire.Shape.Unmarshall(json, ref at)
        },
    };

    public static readonly Operation<ForgotPasswordRequest> Operation =
        CognitoProtocol.Operation<ForgotPasswordRequest, ForgotPasswordResponse>(
            "ForgotPassword",
            Write,
            Reply,
            "CodeDeliveryFailureException",
            "ForbiddenException",
            "InternalErrorException",
            "InvalidEmailRoleAccessPolicyException",
            "InvalidLambdaResponseException",
            "InvalidParameterException",
            "InvalidSmsRoleAccessPolicyException",
            "InvalidSmsRoleTrustRelationshipException",
            "LimitExceededException",
            "NotAuthorizedException",
            "ResourceNotFoundException",
            "TooManyRequestsException",
            "UnexpectedLambdaException",
            "UserLambdaValidationException",
            "UserNotFoundException");

    private static void Write(ForgotPasswordRequest request, Utf8JsonWriter json)
    {
        json.Object("AnalyticsMetadata", request.AnalyticsMetadata, AnalyticsMetadataTypeWire.Write);
        json.Text("ClientId", request.ClientId);
        json.TextMap("ClientMetadata", request.ClientMetadata);
        json.Text("SecretHash", request.SecretHash);
        json.Object("UserContextData", request.UserContextData, UserContextDataTypeWire.Write);
        json.Text("Username", request.Username);
    }
}
