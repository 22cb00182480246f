using System.Net;
using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard;

/// <summary>Serves what the dashboard asks, on a port of its own and to whoever has the key.</summary>
internal sealed class ResourceServiceHost(
    DashboardConfiguration settings,
    DistributedApplicationModel model,
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    ResourceCommandService commands,
    IHostEnvironment environment) : IAsyncDisposable
{
    private const string ApiKeyHeader = "x-resource-service-api-key";

    // Time for the last messages of ended streams to arrive.
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stopping = new();
    private WebApplication? _application;

    /// <returns>Where it is served.</returns>
    /// <exception cref="IOException">The port that was asked for is in use.</exception>
    public async Task<Uri> StartAsync(CancellationToken cancellationToken)
    {
        // Empty: ASPNETCORE_URLS is the dashboard's, and Ctrl-C the host's affair.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, settings.ResourceServicePort, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(new ResourceService(
            new ResourceSnapshots(model, notifications), loggers, commands, environment, _stopping.Token));
        _application = builder.Build();
        _application.Use(RequireKeyAsync);
        _application.MapGrpcService<ResourceService>();
        await _application.StartAsync(cancellationToken);
        return new(_application.Urls.First());
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // Streams do not end by themselves, nor do connections of clients that keep an ended stream open.
        await _stopping.CancelAsync();
        if (_application is { } application)
        {
            using var goodbye = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            goodbye.CancelAfter(Goodbye);
            await application.StopAsync(goodbye.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is { } application)
        {
            await application.DisposeAsync();
        }

        _stopping.Dispose();
    }

    private Task RequireKeyAsync(HttpContext http, RequestDelegate next)
    {
        if (settings.ResourceServiceApiKey is not { } key || IsKey(http.Request.Headers[ApiKeyHeader], key))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private static bool IsKey(string? given, string key) =>
        given is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(key));

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
