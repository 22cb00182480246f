using BedrockGateway.AppHost.Tests.Running;
using BedrockGateway.TestGateway.Clients;
using BedrockGateway.TestGateway.Running;

[assembly: AssemblyFixture(typeof(SharedGateway))]
// Tests mostly wait for processes, of which a few at once do no harm on two cores.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]

namespace BedrockGateway.AppHost.Tests.Running;

/// <summary>
/// One app host for all tests that leave it as it is: Development settings, and no limit on the routes without a key,
/// which every test's registration shares.
/// </summary>
public sealed class SharedGateway : IAsyncLifetime
{
    private RunningGateway? _gateway;

    internal static IReadOnlyList<string> Settings { get; } = ["--PUBLIC_RATE_LIMIT=1000", "--PUBLIC_BURST_LIMIT=1000"];

    internal GatewayClient Client => _gateway!.Client;

    internal AwsClients Aws => _gateway!.Aws;

    internal IReadOnlyDictionary<string, string> Outputs => _gateway!.Outputs;

    public async ValueTask InitializeAsync() => _gateway = await RunningGateway.StartAsync(Settings);

    public async ValueTask DisposeAsync()
    {
        if (_gateway is not null)
        {
            await _gateway.DisposeAsync();
        }
    }
}
