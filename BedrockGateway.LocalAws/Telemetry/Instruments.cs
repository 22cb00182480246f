using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BedrockGateway.LocalAws.Telemetry;

/// <summary>What the emulator measures. Nothing is measured while nobody listens.</summary>
internal static class Instruments
{
    /// <summary>Name of the source of spans and of the meter.</summary>
    public const string Name = "BedrockGateway.LocalAws";

    public static readonly ActivitySource Spans = new(Name);

    private static readonly Meter Meter = new(Name);

    // https://opentelemetry.io/docs/specs/semconv/http/http-metrics/
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    /// <summary>The span that the current request has here; <see langword="null"/> where nobody listens.</summary>
    public static Activity? Current => Activity.Current is { } span && span.Source == Spans ? span : null;

    /// <summary>Requests to the API Gateway data plane.</summary>
    public static readonly Histogram<double> RequestSeconds = Meter.CreateHistogram(
        "http.server.request.duration", "s", "Duration of requests to the gateway.", tags: null, Seconds);

    /// <summary>Requests that the data plane refused or failed, by response type.</summary>
    public static readonly Counter<long> RejectedRequests = Meter.CreateCounter<long>(
        "gateway.rejected_requests", "{request}", "Requests that the gateway answered itself, by reason.");

    /// <summary>Calls of AWS operations.</summary>
    public static readonly Histogram<double> CallSeconds = Meter.CreateHistogram(
        "rpc.server.call.duration", "s", "Duration of AWS operations.", tags: null, Seconds);

    /// <summary>Invocations of functions, from hand-over to result.</summary>
    public static readonly Histogram<double> InvocationSeconds = Meter.CreateHistogram(
        "faas.invoke_duration", "s", "Duration of a function's invocations.", tags: null, Seconds);
}
