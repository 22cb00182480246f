using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

internal static class CodeDeliveryDetailsTypeWire
{
    public static readonly JsonShape<CodeDeliveryDetailsType> Shape = new()
    {
        { "AttributeName", static (to, json, ref at) => to.AttributeName = json.Text(ref at) },
        { "DeliveryMedium", static (to, json, ref at) => to.DeliveryMedium = json.Text(ref at) },
        { "Destination", static (to, json, ref at) => to.Destination = json.Text(ref at) },
    };
}
