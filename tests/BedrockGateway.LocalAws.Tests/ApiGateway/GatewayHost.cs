using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Cognito;
using BedrockGateway.LocalAws.Lambda;
using BedrockGateway.LocalAws.Lambda.Functions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

/// <summary>An emulator with a clock, functions and tokens that a test drives.</summary>
internal sealed class GatewayHost : IAsyncDisposable
{
    private IServiceProvider _services = null!;

    private GatewayHost()
    {
    }

    /// <summary>Starts on Wednesday 2026-04-15 10:00 UTC.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 4, 15, 10, 0, 0, TimeSpan.Zero));

    public FakeLambda Lambda { get; } = new();

    public FakeTokens Tokens { get; } = new();

    public LocalAws Aws { get; private set; } = null!;

    public FunctionStore Functions => _services.GetRequiredService<FunctionStore>();

    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false });

    public static async Task<GatewayHost> StartAsync(ILoggerFactory? loggers = null, string? dataFolder = null)
    {
        var host = new GatewayHost();
        host.Aws = await LocalAws.StartAsync(
            new() { Clock = host.Clock, LoggerFactory = loggers, DataFolder = dataFolder },
            services => services
                .AddSingleton<ILambdaInvoker>(host.Lambda)
                .AddSingleton<IStreamingInvoker>(host.Lambda)
                .AddSingleton<IUserPoolTokens>(host.Tokens)
                .AddSingleton<IHostedService>(provider => new Capture(host, provider)),
            TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>Creates a resource as CloudFormation does.</summary>
    public async Task<ResourceResult> CreateAsync(string type, JsonObject properties) =>
        await Handler(type).CreateAsync(Request(properties), TestContext.Current.CancellationToken);

    public async Task<ResourceResult> UpdateAsync(string type, string physicalId, JsonObject properties) =>
        await Handler(type).UpdateAsync(Request(properties), physicalId, [], TestContext.Current.CancellationToken);

    public async Task DeleteAsync(string type, string physicalId, JsonObject properties) =>
        await Handler(type).DeleteAsync(physicalId, properties, TestContext.Current.CancellationToken);

    public IResourceHandler Handler(string type) => _services.GetServices<IResourceHandler>()
        .Single(handler => handler.Type == $"AWS::ApiGateway::{type}");

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Aws.DisposeAsync();
    }

    private static ResourceRequest Request(JsonObject properties) =>
        new("Stack", "arn:aws:cloudformation:us-east-1:000000000000:stack/Stack/1", "Logical", properties);

    private sealed class Capture : IHostedService
    {
        public Capture(GatewayHost host, IServiceProvider provider) => host._services = provider;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
