using Amazon.Runtime.Internal;

namespace Compat.AwsSdk;

/// <summary>What telemetry and the runtime call the service.</summary>
internal sealed class ServiceName(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
