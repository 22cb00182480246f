using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>ResendConfirmationCode</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResendConfirmationCode.html
/// </remarks>
internal static class ResendConfirmationCodeWire
{
    private static readonly JsonShape<ResendConfirmationCodeResponse> Reply = new()
    {
        {
            "CodeDeliveryDetails",
            static (to, json, ref at) =>
                to.CodeDeliveryDetails = CodeDeliveryDetailsTypeWire.Shape.Unmarshall(json, ref at)
        },
    };

    public static readonly Operation<ResendConfirmationCodeRequest> Operation =
        CognitoProtocol.Operation<ResendConfirmationCodeRequest, ResendConfirmationCodeResponse>(
            "ResendConfirmationCode",
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

    private static void Write(ResendConfirmationCodeRequest request, Utf8JsonWriter json)
    {
        json.Object("AnalyticsMetadata", request.AnalyticsMetadata, AnalyticsMetadataTypeWire.Write);
        json.Text("ClientId", request.ClientId);
        json.TextMap("ClientMetadata", request.ClientMetadata);
        json.Text("SecretHash", request.SecretHash);
        json.Object("UserContextData", request.UserContextData, UserContextDataTypeWire.Write);
        json.Text("Username", request.Username);
    }
}
