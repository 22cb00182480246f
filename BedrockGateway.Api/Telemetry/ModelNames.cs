using System.Collections.Concurrent;

namespace BedrockGateway.Api.Telemetry;

/// <summary>Names of models in metrics: those that exist, since a client may send any id.</summary>
/// <remarks>Each name is a metric of its own, which CloudWatch charges for.</remarks>
internal sealed class ModelNames
{
    /// <summary>Stands for ids that Bedrock has not answered for.</summary>
    public const string Unknown = "unknown";

    // Far above how many models a Region has.
    private const int Most = 500;

    private readonly ConcurrentDictionary<string, byte> _known = new(StringComparer.Ordinal);

    public string Of(ModelCall call)
    {
        var id = call.Request.ModelId;
        if (call.Failure is not { KnowsModel: false } && _known.Count < Most)
        {
            _known.TryAdd(id, 0);
        }

        return _known.ContainsKey(id) ? id : Unknown;
    }
}
