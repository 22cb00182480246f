using Amazon.APIGateway.Model;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

internal static class ApiKeyWire
{
    public static readonly JsonShape<ApiKey> Shape = new()
    {
        { "createdDate", static (to, json, ref at) => to.CreatedDate = json.Time(ref at) },
        { "customerId", static (to, json, ref at) => to.CustomerId = json.Text(ref at) },
        { "description", static (to, json, ref at) => to.Description = json.Text(ref at) },
        { "enabled", static (to, json, ref at) => to.Enabled = json.Flag(ref at) },
        { "id", static (to, json, ref at) => to.Id = json.Text(ref at) },
        { "lastUpdatedDate", static (to, json, ref at) => to.LastUpdatedDate = json.Time(ref at) },
        { "name", static (to, json, ref at) => to.Name = json.Text(ref at) },
        { "stageKeys", static (to, json, ref at) => to.StageKeys = json.Texts(ref at) },
        { "tags", static (to, json, ref at) => to.Tags = json.TextMap(ref at) },
        { "value", static (to, json, ref at) => to.Value = json.Text(ref at) },
    };
}
