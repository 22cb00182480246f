using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary><c>RevokeToken</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html
/// </remarks>
internal static class RevokeTokenWire
{
    public static readonly Operation<RevokeTokenRequest> Operation =
        CognitoProtocol.Operation<RevokeTokenRequest, RevokeTokenResponse>(
            "RevokeToken",
            Write,
            null,
            "ForbiddenException",
            "InternalErrorException",
            "InvalidParameterException",
            "TooManyRequestsException",
            "UnauthorizedException",
            "UnsupportedOperationException",
            "UnsupportedTokenTypeException");

    private static void Write(RevokeTokenRequest request, Utf8JsonWriter json)
    {
        json.Text("ClientId", request.ClientId);
        json.Text("ClientSecret", request.ClientSecret);
        json.Text("Token", request.Token);
    }
}
