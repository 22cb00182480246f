using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>InitiateAuth</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
/// </remarks>
internal static class InitiateAuthWire
{
    private static readonly JsonShape<InitiateAuthResponse> Reply = new()
    {
        {
            "AuthenticationResult",
            static (to, json, ref at) =>
                to.AuthenticationResult = AuthenticationResultTypeWire.Shape.Unmarshall(json, ref at)
        },
        { "AvailableChallenges", static (to, json, ref at) => to.AvailableChallenges = json.Texts(ref at) },
        { "ChallengeName", static (to, json, ref at) => to.ChallengeName = json.Text(ref at) },
        { "ChallengeParameters", static (to, json, ref at) => to.ChallengeParameters = json.TextMap(ref at) },
        { "Session", static (to, json, ref at) => to.Session = json.Text(ref at) },
    };

    public static readonly Operation<InitiateAuthRequest> Operation =
        CognitoProtocol.Operation<InitiateAuthRequest, InitiateAuthResponse>(
            "InitiateAuth",
            Write,
            Reply,
            "ForbiddenException",
            "InternalErrorException",
            "InvalidEmailRoleAccessPolicyException",
            "InvalidLambdaResponseException",
            "InvalidParameterException",
            "InvalidSmsRoleAccessPolicyException",
            "InvalidSmsRoleTrustRelationshipException",
            "InvalidUserPoolConfigurationException",
            "NotAuthorizedException",
            "PasswordResetRequiredException",
            "ResourceNotFoundException",
            "TooManyRequestsException",
            "UnexpectedLambdaException",
            "UnsupportedOperationException",
            "UserLambdaValidationException",
            "UserNotConfirmedException",
            "UserNotFoundException");

    private static void Write(InitiateAuthRequest request, Utf8JsonWriter json)
    {
        json.Object("AnalyticsMetadata", request.AnalyticsMetadata, AnalyticsMetadataTypeWire.Write);
        json.Text("AuthFlow", request.AuthFlow);
        json.TextMap("AuthParameters", request.AuthParameters);
        json.Text("ClientId", request.ClientId);
        json.TextMap("ClientMetadata", request.ClientMetadata);
        json.Text("Session", request.Session);
        json.Object("UserContextData", request.UserContextData, UserContextDataTypeWire.Write);
    }
}
