using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

internal static class NewDeviceMetadataTypeWire
{
    public static readonly JsonShape<NewDeviceMetadataType> Shape = new()
    {
        { "DeviceGroupKey", static (to, json, ref at) => to.DeviceGroupKey = json.Text(ref at) },
        { "DeviceKey", static (to, json, ref at) => to.DeviceKey = json.Text(ref at) },
    };
}
