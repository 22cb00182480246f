using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

internal static class AuthenticationResultTypeWire
{
    public static readonly JsonShape<AuthenticationResultType> Shape = new()
    {
        { "AccessToken", static (to, json, ref at) => to.AccessToken = json.Text(ref at) },
        { "ExpiresIn", static (to, json, ref at) => to.ExpiresIn = json.Int(ref at) },
        { "IdToken", static (to, json, ref at) => to.IdToken = json.Text(ref at) },
        {
            "NewDeviceMetadata",
            static (to, json, ref at) =>
                to.NewDeviceMetadata = NewDeviceMetadataTypeWire.Shape.Unmarshall(json, ref at)
        },
        { "RefreshToken", static (to, json, ref at) => to.RefreshToken = json.Text(ref at) },
        { "TokenType", static (to, json, ref at) => to.TokenType = json.Text(ref at) },
    };
}
