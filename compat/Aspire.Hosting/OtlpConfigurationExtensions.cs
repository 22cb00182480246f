using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Where resources send their telemetry.</summary>
public static class OtlpConfigurationExtensions
{
    private const string GrpcEndpoint = "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL";
    private const string HttpEndpoint = "ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL";

    /// <summary>Sets the <c>OTEL_*</c> variables of the resource, when a dashboard's endpoint is configured.</summary>
    /// <remarks>
    /// Keys: <c>ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL</c> (gRPC), <c>ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL</c>. The
    /// official package falls back to <c>http://localhost:18889</c>, where its dashboard listens; here nothing would.
    /// </remarks>
    public static IResourceBuilder<T> WithOtlpExporter<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        var configuration = builder.ApplicationBuilder.Configuration;
        var isDevelopment = builder.ApplicationBuilder.Environment.IsDevelopment();
        return builder.WithEnvironment(context =>
        {
            var (endpoint, protocol) = configuration[GrpcEndpoint] is { Length: > 0 } grpc
                ? (grpc, "grpc")
                : (configuration[HttpEndpoint], "http/protobuf");
            if (context.ExecutionContext.IsRunMode && !string.IsNullOrEmpty(endpoint))
            {
                Set(context.EnvironmentVariables, builder.Resource.Name, endpoint, protocol);
                if (configuration["AppHost:OtlpApiKey"] is { } key)
                {
                    context.EnvironmentVariables["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={key}";
                }

                if (isDevelopment)
                {
                    SetForDevelopment(context.EnvironmentVariables);
                }
            }
        });
    }

    private static void Set(Dictionary<string, object> variables, string name, string endpoint, string protocol)
    {
        variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint;
        variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol;
        variables["OTEL_SERVICE_NAME"] = name;
        variables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={Guid.NewGuid():N}";
    }

    // Everything, and soon: a dashboard is looked at while the request is made.
    private static void SetForDevelopment(Dictionary<string, object> variables)
    {
        const string DelayMs = "1000";
        variables["OTEL_BLRP_SCHEDULE_DELAY"] = DelayMs;
        variables["OTEL_BSP_SCHEDULE_DELAY"] = DelayMs;
        variables["OTEL_METRIC_EXPORT_INTERVAL"] = DelayMs;
        variables["OTEL_TRACES_SAMPLER"] = "always_on";
        variables["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based";
    }
}
