using Amazon.APIGateway.Model;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

internal static class UsagePlanKeyWire
{
    public static readonly JsonShape<UsagePlanKey> Shape = new()
    {
        { "id", static (to, json, ref at) => to.Id = json.Text(ref at) },
        { "name", static (to, json, ref at) => to.Name = json.Text(ref at) },
        { "type", static (to, json, ref at) => to.Type = json.Text(ref at) },
        { "value", static (to, json, ref at) => to.Value = json.Text(ref at) },
    };
}
