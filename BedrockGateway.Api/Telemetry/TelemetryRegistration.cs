using System.Diagnostics;
using BedrockGateway.Api.Hosting;
using BedrockGateway.ServiceDefaults;
using BedrockGateway.ServiceDefaults.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Instrumentation.AspNetCore;

namespace BedrockGateway.Api.Telemetry;

/// <summary>Export of telemetry where a collector is configured; else nothing at all.</summary>
internal static class TelemetryRegistration
{
    public static void AddTelemetry(this WebApplicationBuilder builder, FunctionRole role)
    {
        if (!builder.AddTelemetryDefaults(LambdaEnvironment.FunctionName ?? Instruments.Name, Instruments.Name)
            || role is FunctionRole.Kestrel)
        {
            return;
        }

        var services = builder.Services;
        services.AddOpenTelemetry().ConfigureResource(LambdaResource.Describe);
        services.Configure<AspNetCoreTraceInstrumentationOptions>(
            options => options.EnrichWithHttpRequest += InvocationSpan.Describe);
        services.AddSingleton<TelemetryFlush>().AddSingleton<IHttpContextFactory, FlushingContextFactory>();

        // With the default, the instrumentation of ASP.NET Core would look for another parent on its own.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        services.AddSingleton<DistributedContextPropagator, LambdaTracePropagator>();
    }
}
