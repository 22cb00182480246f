using System.Diagnostics;
using Amazon.Lambda.Core;
using BedrockGateway.Api.Hosting;
using BedrockGateway.ServiceDefaults.Telemetry;
using OpenTelemetry;

namespace BedrockGateway.Api.Telemetry;

/// <summary>Export of telemetry for a function that is no web application.</summary>
internal sealed class TriggerTelemetry : IDisposable
{
    private readonly OpenTelemetrySdk _sdk;
    private readonly TelemetryFlush _flush;
    private readonly ILogger _log;
    private readonly string _name;

    private TriggerTelemetry(OpenTelemetrySdk sdk, string name, FunctionRole role, TimeProvider clock)
    {
        _sdk = sdk;
        _name = name;
        _flush = new(sdk.TracerProvider, sdk.MeterProvider, sdk.LoggerProvider, clock);
        _log = sdk.GetLoggerFactory().CreateLogger(Instruments.Name);
        StartLog.Write(_log, role);
    }

    /// <returns><see langword="null"/> where no collector is configured.</returns>
    public static TriggerTelemetry? Start(FunctionRole role, TimeProvider clock)
    {
        var collector = Environment.GetEnvironmentVariable(TelemetryBuilderExtensions.EndpointKey);
        return string.IsNullOrWhiteSpace(collector) ? null : Export(role, clock);
    }

    /// <summary>Runs an invocation under a span of its own, and sends all before it returns.</summary>
    public T Trace<T>(ILambdaContext context, Func<ILogger, T> handle)
    {
        try
        {
            return Run(context, handle);
        }
        finally
        {
            _flush.Run();
        }
    }

    public void Dispose() => _sdk.Dispose();

    private static TriggerTelemetry Export(FunctionRole role, TimeProvider clock)
    {
        var name = LambdaEnvironment.FunctionName ?? Instruments.Name;
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var sdk = OpenTelemetrySdk.Create(telemetry => telemetry
            .ExportTelemetry(settings, name, Instruments.Name)
            .ConfigureResource(LambdaResource.Describe));
        return new(sdk, name, role, clock);
    }

    private T Run<T>(ILambdaContext context, Func<ILogger, T> handle)
    {
        using var span = Instruments.Spans.StartActivity(
            _name, ActivityKind.Server, XRayContext.Find(LambdaTraceProvider.CurrentTraceId) ?? default);
        if (span is not null)
        {
            InvocationSpan.Describe(span, context, "other");
        }

        try
        {
            return handle(_log);
        }
        catch (Exception failure)
        {
            span?.SetTag("error.type", failure.GetType().FullName).SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }
}
