using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>AssociateSoftwareToken</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AssociateSoftwareToken.html
/// </remarks>
internal static class AssociateSoftwareTokenWire
{
    private static readonly JsonShape<AssociateSoftwareTokenResponse> Reply = new()
    {
        { "SecretCode", static (to, json, ref at) => to.SecretCode = json.Text(ref at) },
        { "Session", static (to, json, ref at) => to.Session = json.Text(ref at) },
    };

    public static readonly Operation<AssociateSoftwareTokenRequest> Operation =
        CognitoProtocol.Operation<AssociateSoftwareTokenRequest, AssociateSoftwareTokenResponse>(
            "AssociateSoftwareToken",
            Write,
            Reply,
            "ConcurrentModificationException",
            "ForbiddenException",
            "InternalErrorException",
            "InvalidParameterException",
            "NotAuthorizedException",
            "ResourceNotFoundException",
            "SoftwareTokenMFANotFoundException");

    private static void Write(AssociateSoftwareTokenRequest request, Utf8JsonWriter json)
    {
        json.Text("AccessToken", request.AccessToken);
        json.Text("Session", request.Session);
    }
}
