using BedrockGateway.Api.Logging;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Hosting;

/// <summary>What every slice stands on: settings, log lines, limits of the server, replies to all faults.</summary>
internal static class HostingRegistration
{
    public static void AddHosting(this WebApplicationBuilder builder, SettingsRegistration settings)
    {
        settings.Add(
            builder.Configuration.GetSection(ResourcesOptions.SectionName).Get<ResourcesOptions>() ?? new(),
            new ResourcesOptionsValidator());
        settings.Add(
            builder.Configuration.GetSection(RequestOptions.SectionName).Get<RequestOptions>() ?? new(),
            new RequestOptionsValidator());
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBody.MaxBytes;
        });
        builder.Logging.AddJsonLines();
    }

    public static void UseHosting(this WebApplication app)
    {
        // By hand: UseMiddleware finds constructor and method by reflection, at every start.
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var loggers = app.Services.GetRequiredService<ILoggerFactory>();
        var options = app.Services.GetRequiredService<IOptions<RequestOptions>>();
        app.UseRouting();
        app.Use(next => new RequestLog(next, clock, loggers.CreateLogger<RequestLog>()).InvokeAsync);
        app.Use(new Cors(app.Configuration[Cors.OriginsKey]).AddHeadersAsync);
        app.Use(next => new FaultEdge(next, options, clock, loggers.CreateLogger<FaultEdge>()).InvokeAsync);
        app.UseDrain();

        // A path or a verb that no route has: what the gateway says to it.
        app.MapFallback("{*path}", (RequestDelegate)Refusal.MissingAuthenticationToken.ToResult().ExecuteAsync);
    }
}
