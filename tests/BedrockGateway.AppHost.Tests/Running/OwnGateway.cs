using BedrockGateway.TestGateway.Clients;
using BedrockGateway.TestGateway.Running;

namespace BedrockGateway.AppHost.Tests.Running;

/// <summary>An app host for the tests of one class, which inject faults into it.</summary>
public sealed class OwnGateway : IAsyncLifetime
{
    private RunningGateway? _gateway;

    internal GatewayClient Client => _gateway!.Client;

    internal AwsClients Aws => _gateway!.Aws;

    internal IReadOnlyDictionary<string, string> Outputs => _gateway!.Outputs;

    public async ValueTask InitializeAsync() => _gateway = await RunningGateway.StartAsync(SharedGateway.Settings);

    public async ValueTask DisposeAsync()
    {
        if (_gateway is not null)
        {
            await _gateway.DisposeAsync();
        }
    }
}
