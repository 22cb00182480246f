using Microsoft.Extensions.Configuration;

namespace BedrockGateway.AppHost;

/// <summary>Where a service in this process sends its telemetry, under OpenTelemetry's names.</summary>
internal static class TelemetrySettings
{
    private const string DelayMs = "1000";

    /// <summary>
    /// To the dashboard where there is one, as the functions do; else where the environment says, if it does.
    /// </summary>
    public static IConfiguration For(string serviceName, IConfiguration configuration)
    {
        var settings = configuration.AsEnumerable()
            .Where(setting => setting.Key.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.OrdinalIgnoreCase);
        if (DashboardIn(configuration) is var (endpoint, protocol))
        {
            settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint;
            settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol;
            settings["OTEL_EXPORTER_OTLP_HEADERS"] =
                configuration["AppHost:OtlpApiKey"] is { } key ? $"x-otlp-api-key={key}" : null;
            // A dashboard is looked at while the request is made.
            settings.TryAdd("OTEL_BLRP_SCHEDULE_DELAY", DelayMs);
            settings.TryAdd("OTEL_BSP_SCHEDULE_DELAY", DelayMs);
            settings.TryAdd("OTEL_METRIC_EXPORT_INTERVAL", DelayMs);
        }

        settings["OTEL_SERVICE_NAME"] = serviceName;
        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    private static (string Endpoint, string Protocol)? DashboardIn(IConfiguration configuration)
    {
        if (configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] is { Length: > 0 } grpc)
        {
            return (grpc, "grpc");
        }

        return configuration["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] is { Length: > 0 } http
            ? (http, "http/protobuf")
            : null;
    }
}
