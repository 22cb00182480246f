using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>ConfirmSignUp</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html
/// </remarks>
internal static class ConfirmSignUpWire
{
    private static readonly JsonShape<ConfirmSignUpResponse> Reply = new()
    {
        { "Session", static (to, json, ref at) => to.Session = json.Text(ref at) },
    };

    public static readonly Operation<ConfirmSignUpRequest> Operation =
        CognitoProtocol.Operation<ConfirmSignUpRequest, ConfirmSignUpResponse>(
            "ConfirmSignUp",
            Write,
            Reply,
            "AliasExistsException",
            "CodeMismatchException",
            "ExpiredCodeException",
            "ForbiddenException",
            "InternalErrorException",
            "InvalidLambdaResponseException",
            "InvalidParameterException",
            "LimitExceededException",
            "NotAuthorizedException",
            "ResourceNotFoundException",
            "TooManyFailedAttemptsException",
            "TooManyRequestsException",
            "UnexpectedLambdaException",
            "UserLambdaValidationException",
            "UserNotFoundException");

    private static void Write(ConfirmSignUpRequest request, Utf8JsonWriter json)
    {
        json.Object("AnalyticsMetadata", request.AnalyticsMetadata, AnalyticsMetadataTypeWire.Write);
        json.Text("ClientId", request.ClientId);
        json.TextMap("ClientMetadata", request.ClientMetadata);
        json.Text("ConfirmationCode", request.ConfirmationCode);
        json.Flag("ForceAliasCreation", request.ForceAliasCreation);
        json.Text("SecretHash", request.SecretHash);
        json.Text("Session", request.Session);
        json.Object("UserContextData", request.UserContextData, UserContextDataTypeWire.Write);
        json.Text("Username", request.Username);
    }
}
