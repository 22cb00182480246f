using Amazon.Bedrock.Model;
using Compat.AwsSdk;

namespace Amazon.Bedrock.Wire;

internal static class FoundationModelSummaryWire
{
    public static readonly JsonShape<FoundationModelSummary> Shape = new()
    {
        { "customizationsSupported", static (to, json, ref at) => to.CustomizationsSupported = json.Texts(ref at) },
        { "inferenceTypesSupported", static (to, json, ref at) => to.InferenceTypesSupported = json.Texts(ref at) },
        { "inputModalities", static (to, json, ref at) => to.InputModalities = json.Texts(ref at) },
        { "modelArn", static (to, json, ref at) => to.ModelArn = json.Text(ref at) },
        { "modelId", static (to, json, ref at) => to.ModelId = json.Text(ref at) },
        {
            "modelLifecycle",
            static (to, json, ref at) =>
                to.ModelLifecycle = FoundationModelLifecycleWire.Shape.Unmarshall(json, ref at)
        },
        { "modelName", static (to, json, ref at) => to.ModelName = json.Text(ref at) },
        { "outputModalities", static (to, json, ref at) => to.OutputModalities = json.Texts(ref at) },
        { "providerName", static (to, json, ref at) => to.ProviderName = json.Text(ref at) },
        {
            "responseStreamingSupported",
            static (to, json, ref at) =>
                to.ResponseStreamingSupported = json.Flag(ref at)
        },
    };
}
