using Amazon.APIGateway.Model;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

internal static class ApiStageWire
{
    public static readonly JsonShape<ApiStage> Shape = new()
    {
        { "apiId", static (to, json, ref at) => to.ApiId = json.Text(ref at) },
        { "stage", static (to, json, ref at) => to.Stage = json.Text(ref at) },
        { "throttle", static (to, json, ref at) => to.Throttle = json.Map(ThrottleSettingsWire.Shape, ref at) },
    };
}
