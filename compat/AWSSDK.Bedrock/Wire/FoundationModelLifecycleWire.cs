using Amazon.Bedrock.Model;
using Compat.AwsSdk;

namespace Amazon.Bedrock.Wire;

internal static class FoundationModelLifecycleWire
{
    public static readonly JsonShape<FoundationModelLifecycle> Shape = new()
    {
        { "endOfLifeTime", static (to, json, ref at) => to.EndOfLifeTime = json.Time(ref at) },
        { "legacyTime", static (to, json, ref at) => to.LegacyTime = json.Time(ref at) },
        { "publicExtendedAccessTime", static (to, json, ref at) => to.PublicExtendedAccessTime = json.Time(ref at) },
        { "startOfLifeTime", static (to, json, ref at) => to.StartOfLifeTime = json.Time(ref at) },
        { "status", static (to, json, ref at) => to.Status = json.Text(ref at) },
    };
}
