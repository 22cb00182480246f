using Amazon.APIGateway.Model;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

internal static class UsagePlanWire
{
    public static readonly JsonShape<UsagePlan> Shape = new()
    {
        { "apiStages", static (to, json, ref at) => to.ApiStages = json.List(ApiStageWire.Shape, ref at) },
        { "description", static (to, json, ref at) => to.Description = json.Text(ref at) },
        { "id", static (to, json, ref at) => to.Id = json.Text(ref at) },
        { "name", static (to, json, ref at) => to.Name = json.Text(ref at) },
        { "productCode", static (to, json, ref at) => to.ProductCode = json.Text(ref at) },
        { "quota", static (to, json, ref at) => to.Quota = QuotaSettingsWire.Shape.Unmarshall(json, ref at) },
        { "tags", static (to, json, ref at) => to.Tags = json.TextMap(ref at) },
        { "throttle", static (to, json, ref at) => to.Throttle = ThrottleSettingsWire.Shape.Unmarshall(json, ref at) },
    };
}
