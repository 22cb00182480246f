using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>RespondToAuthChallenge</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html
/// </remarks>
internal static class RespondToAuthChallengeWire
{
    private static readonly JsonShape<RespondToAuthChallengeResponse> Reply = new()
    {
        {
            "AuthenticationResult",
            static (to, json, ref at) =>
                to.AuthenticationResult = AuthenticationResultTypeWire.Shape.Unmarshall(json, ref at)
        },
        { "ChallengeName", static (to, json, ref at) => to.ChallengeName = json.Text(ref at) },
        { "ChallengeParameters", static (to, json, ref at) => to.ChallengeParameters = json.TextMap(ref at) },
        { "Session", static (to, json, ref at) => to.Session = json.Text(ref at) },
    };

    public static readonly Operation<RespondToAuthChallengeRequest> Operation =
        CognitoProtocol.Operation<RespondToAuthChallengeRequest, RespondToAuthChallengeResponse>(
            "RespondToAuthChallenge",
            Write,
            Reply,
            "AliasExistsException",
            "CodeMismatchException",
            "ExpiredCodeException",
            "ForbiddenException",
            "InternalErrorException",
            "InvalidEmailRoleAccessPolicyException",
            "InvalidLambdaResponseException",
            "InvalidParameterException",
            "InvalidPasswordException",
            "InvalidSmsRoleAccessPolicyException",
            "InvalidSmsRoleTrustRelationshipException",
            "InvalidUserPoolConfigurationException",
            "MFAMethodNotFoundException",
            "NotAuthorizedException",
            "PasswordHistoryPolicyViolationException",
            "PasswordResetRequiredException",
            "ResourceNotFoundException",
            "SoftwareTokenMFANotFoundException",
            "TooManyRequestsException",
            "UnexpectedLambdaException",
            "UserLambdaValidationException",
            "UserNotConfirmedException",
            "UserNotFoundException");

    private static void Write(RespondToAuthChallengeRequest request, Utf8JsonWriter json)
    {
        json.Object("AnalyticsMetadata", request.AnalyticsMetadata, AnalyticsMetadataTypeWire.Write);
        json.Text("ChallengeName", request.ChallengeName);
        json.TextMap("ChallengeResponses", request.ChallengeResponses);
        json.Text("ClientId", request.ClientId);
        json.TextMap("ClientMetadata", request.ClientMetadata);
        json.Text("Session", request.Session);
        json.Object("UserContextData", request.UserContextData, UserContextDataTypeWire.Write);
    }
}
