using System.Net;
using BedrockGateway.LocalAws.Lambda.Debugging;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace BedrockGateway.LocalAws.Lambda.RuntimeApi;

/// <summary>
/// The Runtime API of one function on a port of its own, because clients take <c>host:port</c> and no path.
/// </summary>
internal sealed class RuntimeApiListener : IAsyncDisposable
{
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(1);

    private readonly KestrelServer _server;

    private RuntimeApiListener(KestrelServer server, FunctionRuntime runtime)
    {
        _server = server;
        Runtime = runtime;
    }

    public FunctionRuntime Runtime { get; }

    /// <summary>Value for <c>AWS_LAMBDA_RUNTIME_API</c>: <c>127.0.0.1:port</c>.</summary>
    public string Address => Endpoint.Authority;

    /// <summary>The TCP port.</summary>
    public int Port => Endpoint.Port;

    private Uri Endpoint => EmulatorAddresses.Reachable(
        _server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    /// <param name="endPoint">Where to listen; port 0 takes a free one.</param>
    /// <param name="clock">Clock of deadlines.</param>
    /// <param name="debuggers">Of the processes that poll.</param>
    /// <param name="loggers">Where log lines go.</param>
    /// <param name="stopping">Ends polls that wait.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<RuntimeApiListener> StartAsync(
        IPEndPoint endPoint,
        TimeProvider clock,
        FunctionDebuggers debuggers,
        ILoggerFactory loggers,
        CancellationToken stopping,
        CancellationToken cancellationToken)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Listen(endPoint);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), loggers);
        var server = new KestrelServer(Options.Create(options), transport, loggers);
        var runtime = new FunctionRuntime(clock, debuggers);
        try
        {
            await server.StartAsync(new RuntimeApiApplication(runtime, loggers, stopping), cancellationToken);
            return new(server, runtime);
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var drain = new CancellationTokenSource(DrainTimeout);
        await _server.StopAsync(drain.Token);
        _server.Dispose();
        Runtime.Processes.Dispose();
    }
}
