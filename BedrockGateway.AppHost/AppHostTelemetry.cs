using System.Diagnostics;
using BedrockGateway.ServiceDefaults.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;

namespace BedrockGateway.AppHost;

/// <summary>Telemetry of this process itself; LocalAws, which lives in it, exports its own.</summary>
internal sealed class AppHostTelemetry : ILoggerProvider
{
    private const string ServiceName = "app-host";
    private const string SourceName = "BedrockGateway.AppHost";

    private static readonly ActivitySource Spans = new(SourceName);

    private readonly OpenTelemetrySdk _sdk;

    private AppHostTelemetry(OpenTelemetrySdk sdk) => _sdk = sdk;

    /// <returns><see langword="null"/> where no collector is configured.</returns>
    public static AppHostTelemetry? Start(IDistributedApplicationBuilder builder)
    {
        var settings = TelemetrySettings.For(ServiceName, builder.Configuration);
        if (!TelemetryBuilderExtensions.HasCollector(settings))
        {
            return null;
        }

        var telemetry = new AppHostTelemetry(OpenTelemetrySdk.Create(telemetry =>
        {
            // Else the exporter reads the environment alone.
            telemetry.Services.AddSingleton(settings);
            telemetry.ExportTelemetry(settings, ServiceName, SourceName);
        }));
        builder.Services.AddSingleton<ILoggerProvider>(telemetry);
        return telemetry;
    }

    /// <summary>The span of the start, which all that provisioning asks of AWS belongs to.</summary>
    public static Activity? Begin() => Spans.StartActivity("start");

    public ILogger CreateLogger(string categoryName) => _sdk.GetLoggerFactory().CreateLogger(categoryName);

    /// <summary>Sends what is left.</summary>
    public void Dispose() => _sdk.Dispose();
}
