using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>GlobalSignOut</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GlobalSignOut.html
/// </remarks>
internal static class GlobalSignOutWire
{
    public static readonly Operation<GlobalSignOutRequest> Operation =
        CognitoProtocol.Operation<GlobalSignOutRequest, GlobalSignOutResponse>(
            "GlobalSignOut",
            Write,
            null,
            "ForbiddenException",
            "InternalErrorException",
            "InvalidParameterException",
            "NotAuthorizedException",
            "PasswordResetRequiredException",
            "ResourceNotFoundException",
            "TooManyRequestsException",
            "UserNotConfirmedException");

    private static void Write(GlobalSignOutRequest request, Utf8JsonWriter json)
    {
        json.Text("AccessToken", request.AccessToken);
    }
}
