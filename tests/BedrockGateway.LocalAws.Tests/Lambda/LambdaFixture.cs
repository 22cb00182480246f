using System.Text;
using BedrockGateway.LocalAws.Lambda;
using BedrockGateway.LocalAws.Lambda.Functions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BedrockGateway.LocalAws.Tests.Lambda;

/// <summary>An emulator whose functions a test makes directly and calls over HTTP or as other services do.</summary>
public sealed class LambdaFixture : IAsyncLifetime
{
    private IServiceProvider? _services;

    public LocalAws Aws { get; private set; } = null!;

    /// <summary>A client of the edge.</summary>
    public HttpClient Edge { get; private set; } = null!;

    internal KeptLog Log { get; } = new();

    internal FunctionStore Functions => Service<FunctionStore>();

    internal ILambdaInvoker Invoker => Service<ILambdaInvoker>();

    public async ValueTask InitializeAsync()
    {
        Aws = await LocalAws.StartAsync(
            new() { LoggerFactory = Log },
            services => services.AddSingleton<IHostedService>(provider =>
            {
                _services = provider;
                return new Idle();
            }),
            TestContext.Current.CancellationToken);
        Edge = new() { BaseAddress = Aws.Endpoint };
    }

    public async ValueTask DisposeAsync()
    {
        Edge.Dispose();
        await Aws.DisposeAsync();
    }

    internal T Service<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    internal IEnumerable<T> Services<T>()
        where T : notnull => _services!.GetServices<T>();

    /// <summary>Makes a function under a new name, with a time-out in milliseconds.</summary>
    internal string AddFunction(int timeoutMs = 30_000)
    {
        var name = $"f-{Guid.NewGuid():N}";
        Functions.Add(new(name, TimeSpan.FromMilliseconds(timeoutMs), 128));
        return name;
    }

    internal async Task<Poller> PollAsync(string function) =>
        new(await Aws.OpenRuntimeApiAsync(function, TestContext.Current.CancellationToken));

    /// <summary>Invokes as API Gateway and Cognito do.</summary>
    internal Task<LambdaResult> InvokeAsync(string function, string payload = "{}") => Invoker
        .InvokeAsync(new(function, Encoding.UTF8.GetBytes(payload)), TestContext.Current.CancellationToken)
        .AsTask()
        .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    private sealed class Idle : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
