using BedrockGateway.TestGateway.Clients;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using DotNet.Testcontainers.Networks;

namespace BedrockGateway.Containers.Tests.Running;

/// <summary>The API's image beside the emulator's, in a network of their own.</summary>
internal sealed class ApiContainer : IAsyncDisposable
{
    private const string Emulator = "local-aws";
    private const int Port = 8080;

    private readonly INetwork _network;

    private ApiContainer(INetwork network, EmulatorContainer aws, IContainer container) =>
        (_network, Aws, Container) = (network, aws, container);

    public EmulatorContainer Aws { get; }

    public IContainer Container { get; }

    public Uri Address => new($"http://{Container.Hostname}:{Container.GetMappedPublicPort(Port)}/");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts both, with the stack deployed, and waits until the API is ready.</summary>
    /// <param name="settings">Further variables of the API.</param>
    public static async Task<ApiContainer> StartAsync(params IEnumerable<(string Name, string Value)> settings)
    {
        var network = new NetworkBuilder().Build();
        EmulatorContainer? aws = null;
        try
        {
            await network.CreateAsync(Token);
            // Users are confirmed by a trigger, which is a function.
            aws = await EmulatorContainer.StartAsync(
                [EmulatorContainer.WithApi],
                builder => builder.WithNetwork(network).WithNetworkAliases(Emulator));
            await aws.DeployAsync();
            return new(network, aws, await StartAsync(network, aws.Outputs, settings));
        }
        catch
        {
            await (aws?.DisposeAsync() ?? default);
            await network.DisposeAsync();
            throw;
        }
    }

    public GatewayClient Client() => new(Address);

    /// <summary>Waits until the API has written a line with this text.</summary>
    public async Task UntilLoggedAsync(string text)
    {
        while (!(await Container.GetLogsAsync(ct: Token)).Stdout.Contains(text, StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Container.DisposeAsync();
        await Aws.DisposeAsync();
        await _network.DisposeAsync();
    }

    private static async Task<IContainer> StartAsync(
        INetwork network,
        IReadOnlyDictionary<string, string> outputs,
        IEnumerable<(string Name, string Value)> settings)
    {
        var builder = new ContainerBuilder(Engine.Api)
            .WithNetwork(network)
            .WithPortBinding(Port, assignRandomHostPort: true)
            .WithCreateParameterModifier(Hardening.Apply)
            .WithEnvironment("AWS_ENDPOINT_URL", $"http://{Emulator}:4566")
            .WithEnvironment("AWS_REGION", "us-east-1")
            .WithEnvironment("AWS_ACCESS_KEY_ID", "test")
            .WithEnvironment("AWS_SECRET_ACCESS_KEY", "test")
            .WithEnvironment("AWS__Resources__StackName", "BedrockGateway")
            .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(
                request => request.ForPath("/health").ForPort(Port)));
        foreach (var (name, value) in outputs)
        {
            builder = builder.WithEnvironment($"AWS__Resources__{name}", value);
        }

        foreach (var (name, value) in settings)
        {
            builder = builder.WithEnvironment(name, value);
        }

        var container = builder.Build();
        try
        {
            await container.StartAsync(Token);
            return container;
        }
        catch
        {
            await container.DisposeAsync();
            throw;
        }
    }
}
