using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace BedrockGateway.LocalAws.Telemetry;

/// <summary>Exports spans, metrics and log lines over OTLP, apart from whatever else this process exports.</summary>
internal sealed class LocalAwsTelemetry : ILoggerProvider
{
    private const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceNameKey = "OTEL_SERVICE_NAME";
    private const string DefaultServiceName = "local-aws";

    private readonly OpenTelemetrySdk _sdk;

    private LocalAwsTelemetry(OpenTelemetrySdk sdk) => _sdk = sdk;

    /// <returns><see langword="null"/> where no collector is named.</returns>
    public static LocalAwsTelemetry? Start(IConfiguration? settings)
    {
        // What would load OpenTelemetry's assemblies is left to another method.
        return settings is null || string.IsNullOrWhiteSpace(settings[EndpointKey]) ? null : Export(settings);
    }

    /// <summary>Has the log exported, beside where it goes already.</summary>
    public void ListenTo(IServiceCollection services, ILoggerFactory? loggers)
    {
        if (loggers is null)
        {
            services.AddSingleton(_sdk.GetLoggerFactory());
        }
        else
        {
            loggers.AddProvider(this);
        }
    }

    public ILogger CreateLogger(string categoryName) => _sdk.GetLoggerFactory().CreateLogger(categoryName);

    /// <summary>Sends what is left.</summary>
    public void Dispose() => _sdk.Dispose();

    private static LocalAwsTelemetry Export(IConfiguration settings) => new(OpenTelemetrySdk.Create(telemetry =>
    {
        // Else the exporter reads the environment of the process.
        telemetry.Services.AddSingleton(settings);
        telemetry
            .ConfigureResource(resource => resource.AddService(
                settings[ServiceNameKey] is { Length: > 0 } name ? name : DefaultServiceName,
                autoGenerateServiceInstanceId: false))
            .WithTracing(tracing => tracing.AddSource(Instruments.Name))
            .WithMetrics(metrics => metrics.AddMeter(Instruments.Name))
            .WithLogging(configureBuilder: null, logging => logging.IncludeFormattedMessage = true)
            .UseOtlpExporter();
    }));
}
