using BedrockGateway.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace BedrockGateway.ServiceDefaults;

/// <summary>Telemetry and health that every process of the solution shares; nothing about what it does.</summary>
/// <remarks>
/// No resilience handler on HTTP clients: the standard one repeats POST and cuts an attempt at 10 s, which is wrong
/// for calls of models, and the AWS SDK brings its own retries.
/// </remarks>
public static class ServiceDefaultsExtensions
{
    private const string LiveTag = "live";

    /// <summary>
    /// Adds health checks, which <see cref="MapDefaultEndpoints"/> answers: that the process is there, and that it is
    /// not about to end.
    /// </summary>
    /// <typeparam name="TBuilder">Kind of the host's builder.</typeparam>
    /// <param name="builder">The host's builder.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static TBuilder AddHealthDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHealthChecks()
            .AddCheck("self", () => HealthCheckResult.Healthy(), [LiveTag])
            .Add(new(
                "stopping",
                services => new StoppingCheck(services.GetRequiredService<IHostApplicationLifetime>()),
                failureStatus: null,
                tags: null));
        return builder;
    }

    /// <summary>Has a web application export telemetry, where a collector is configured.</summary>
    /// <remarks>
    /// Without <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> nothing is set up: a function's start pays nothing for it. Call it
    /// after log providers were cleared.
    /// </remarks>
    /// <typeparam name="TBuilder">Kind of the host's builder.</typeparam>
    /// <param name="builder">The host's builder.</param>
    /// <param name="serviceName">Name of the service where <c>OTEL_SERVICE_NAME</c> gives none.</param>
    /// <param name="instruments">Names of the process's own sources of spans, and of its meters.</param>
    /// <returns>Whether there is a collector.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static bool AddTelemetryDefaults<TBuilder>(
        this TBuilder builder, string serviceName, params string[] instruments)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (!TelemetryBuilderExtensions.HasCollector(builder.Configuration))
        {
            return false;
        }

        // Whatever it is that a client writes into a query is nobody else's business.
        builder.Services.Configure<OpenTelemetry.Instrumentation.AspNetCore.AspNetCoreTraceInstrumentationOptions>(
            options => options.EnrichWithHttpRequest = (span, _) => span.SetTag("url.query", null));
        builder.Services.AddOpenTelemetry()
            .ExportTelemetry(builder.Configuration, serviceName, instruments)
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation())
            .WithTracing(tracing => tracing.AddAspNetCoreInstrumentation());
        return true;
    }

    /// <summary>Maps <c>/health</c> (everything) and <c>/alive</c> (the process), in every environment.</summary>
    /// <remarks>
    /// 200 <c>Healthy</c>, or 503 <c>Unhealthy</c>: <c>/health</c> from the moment on that the process is told to end.
    /// </remarks>
    /// <param name="app">The application.</param>
    /// <returns>The same application.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="app"/> is <see langword="null"/>.</exception>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapHealthChecks("/health");
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = check => check.Tags.Contains(LiveTag) });
        return app;
    }
}
