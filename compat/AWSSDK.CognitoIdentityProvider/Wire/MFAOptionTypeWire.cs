using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

internal static class MFAOptionTypeWire
{
    public static readonly JsonShape<MFAOptionType> Shape = new()
    {
        { "AttributeName", static (to, json, ref at) => to.AttributeName = json.Text(ref at) },
        { "DeliveryMedium", static (to, json, ref at) => to.DeliveryMedium = json.Text(ref at) },
    };
}
