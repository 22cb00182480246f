using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Where resources send their telemetry.</summary>
public static class OtlpConfigurationExtensions
{
    /// <summary>Sets the <c>OTEL_*</c> variables of the resource, when a dashboard's endpoint is configured.</summary>
    /// <remarks>
    /// Keys: <c>ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL</c> (gRPC), <c>ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL</c>. The
    /// dashboard sets them, unless it is disabled or cannot be had.
    /// </remarks>
    public static IResourceBuilder<T> WithOtlpExporter<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        var configuration = builder.ApplicationBuilder.Configuration;
        var isDevelopment = builder.ApplicationBuilder.Environment.IsDevelopment();
        return builder.WithEnvironment(context =>
        {
            var (endpoint, protocol) = configuration[DashboardConfiguration.OtlpGrpcUrlKey] is { Length: > 0 } grpc
                ? (grpc, "grpc")
                : (configuration[DashboardConfiguration.OtlpHttpUrlKey], "http/protobuf");
            if (context.ExecutionContext.IsRunMode && !string.IsNullOrEmpty(endpoint))
            {
                Set(context.EnvironmentVariables, builder.Resource, endpoint, protocol);
                if (configuration[DashboardConfiguration.OtlpApiKeyKey] is { } key)
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

    private static void Set(Dictionary<string, object> variables, IResource resource, string endpoint, string protocol)
    {
        variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint;
        variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol;
        variables["OTEL_SERVICE_NAME"] = resource.Name;
        variables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={InstanceAnnotation.SuffixOf(resource)}";
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
