using Amazon.APIGateway.Model;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

internal static class QuotaSettingsWire
{
    public static readonly JsonShape<QuotaSettings> Shape = new()
    {
        { "limit", static (to, json, ref at) => to.Limit = json.Int(ref at) },
        { "offset", static (to, json, ref at) => to.Offset = json.Int(ref at) },
        { "period", static (to, json, ref at) => to.Period = json.Text(ref at) },
    };
}
