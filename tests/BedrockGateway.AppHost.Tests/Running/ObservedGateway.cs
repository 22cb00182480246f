using BedrockGateway.TestGateway.Clients;
using BedrockGateway.TestGateway.Running;
using BedrockGateway.TestGateway.Telemetry;

namespace BedrockGateway.AppHost.Tests.Running;

/// <summary>An app host whose processes all export to one collector.</summary>
public sealed class ObservedGateway : IAsyncLifetime
{
    private OtlpCollector? _collector;
    private RunningGateway? _gateway;

    internal OtlpCollector Collector => _collector!;

    internal GatewayClient Client => _gateway!.Client;

    internal IReadOnlyDictionary<string, string> Outputs => _gateway!.Outputs;

    public async ValueTask InitializeAsync()
    {
        _collector = await OtlpCollector.StartAsync();
        _gateway = await RunningGateway.UpAsync(AppHostProcess.Start(
            ["--gateway-port", "0", "--aws-port", "0", .. SharedGateway.Settings], _collector.Environment));
    }

    public async ValueTask DisposeAsync()
    {
        if (_gateway is not null)
        {
            await _gateway.DisposeAsync();
        }

        if (_collector is not null)
        {
            await _collector.DisposeAsync();
        }
    }
}
