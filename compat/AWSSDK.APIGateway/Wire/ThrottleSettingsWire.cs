using Amazon.APIGateway.Model;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

internal static class ThrottleSettingsWire
{
    public static readonly JsonShape<ThrottleSettings> Shape = new()
    {
        { "burstLimit", static (to, json, ref at) => to.BurstLimit = json.Int(ref at) },
        { "rateLimit", static (to, json, ref at) => to.RateLimit = json.Double(ref at) },
    };
}
