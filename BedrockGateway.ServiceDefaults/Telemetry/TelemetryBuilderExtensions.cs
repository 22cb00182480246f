using System.Diagnostics;
using Amazon;
using BedrockGateway.ServiceDefaults.Telemetry.AwsSdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Instrumentation.Http;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace BedrockGateway.ServiceDefaults.Telemetry;

/// <summary>What every process exports over OTLP, whether it is a web application or not.</summary>
public static class TelemetryBuilderExtensions
{
    /// <summary>Setting with the collector's address.</summary>
    public const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string ServiceNameKey = "OTEL_SERVICE_NAME";

    /// <summary>Whether <see cref="EndpointKey"/> names a collector.</summary>
    /// <param name="configuration">The settings.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="configuration"/> is <see langword="null"/>.
    /// </exception>
    public static bool HasCollector(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return !string.IsNullOrWhiteSpace(configuration[EndpointKey]);
    }

    /// <summary>
    /// Exports log lines, the process's own spans and metrics, and those of the AWS SDK, of HTTP clients and of the
    /// runtime.
    /// </summary>
    /// <typeparam name="TBuilder">Kind of the builder.</typeparam>
    /// <param name="telemetry">The builder.</param>
    /// <param name="configuration">Settings under OpenTelemetry's names (<c>OTEL_*</c>).</param>
    /// <param name="serviceName">Name of the service where <c>OTEL_SERVICE_NAME</c> gives none.</param>
    /// <param name="instruments">Names of the process's own sources of spans, and of its meters.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static TBuilder ExportTelemetry<TBuilder>(
        this TBuilder telemetry, IConfiguration configuration, string serviceName, params string[] instruments)
        where TBuilder : IOpenTelemetryBuilder
    {
        ArgumentNullException.ThrowIfNull(telemetry);
        ArgumentNullException.ThrowIfNull(configuration);
        AWSConfigs.TelemetryProvider.RegisterTracerProvider(new SdkTracerProvider());
        telemetry.Services.Configure<HttpClientTraceInstrumentationOptions>(Quieten);
        telemetry
            .ConfigureResource(resource =>
            {
                if (string.IsNullOrEmpty(configuration[ServiceNameKey]))
                {
                    resource.AddService(serviceName);
                }
            })
            .WithMetrics(metrics => metrics
                .AddMeter(instruments)
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation())
            .WithTracing(tracing => tracing
                .AddSource(instruments)
                .AddSource(SdkTracer.SourceName)
                .AddHttpClientInstrumentation())
            .WithLogging(
                logging => logging.AddProcessor(new ExceptionStripper()),
                options => options.IncludeFormattedMessage = true)
            .UseOtlpExporter();
        return telemetry;
    }

    private static void Quieten(HttpClientTraceInstrumentationOptions options)
    {
        // What belongs to nothing that is going on is a poll: of Lambda's Runtime API, of health.
        options.FilterHttpRequestMessage = _ => Activity.Current?.Parent is { IsStopped: false };
        options.EnrichWithHttpRequestMessage = (span, request) =>
            span.SetTag("url.full", request.RequestUri?.GetLeftPart(UriPartial.Path));
    }
}
