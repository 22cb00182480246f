using Amazon.Bedrock.Model;
using Compat.AwsSdk;

namespace Amazon.Bedrock.Wire;

internal static class InferenceProfileSummaryWire
{
    private static readonly JsonShape<InferenceProfileModel> Model = new()
    {
        { "modelArn", static (to, json, ref at) => to.ModelArn = json.Text(ref at) },
    };

    public static readonly JsonShape<InferenceProfileSummary> Shape = new()
    {
        { "createdAt", static (to, json, ref at) => to.CreatedAt = json.Time(ref at) },
        { "description", static (to, json, ref at) => to.Description = json.Text(ref at) },
        { "inferenceProfileArn", static (to, json, ref at) => to.InferenceProfileArn = json.Text(ref at) },
        { "inferenceProfileId", static (to, json, ref at) => to.InferenceProfileId = json.Text(ref at) },
        { "inferenceProfileName", static (to, json, ref at) => to.InferenceProfileName = json.Text(ref at) },
        { "models", static (to, json, ref at) => to.Models = json.List(Model, ref at) },
        { "status", static (to, json, ref at) => to.Status = json.Text(ref at) },
        { "type", static (to, json, ref at) => to.Type = json.Text(ref at) },
        { "updatedAt", static (to, json, ref at) => to.UpdatedAt = json.Time(ref at) },
    };
}
