using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BedrockGateway.Api.Telemetry;

/// <summary>What the API measures. Nothing is measured while nobody listens.</summary>
internal static class Instruments
{
    /// <summary>Name of the source of spans and of the meter.</summary>
    public const string Name = "BedrockGateway.Api";

    public static readonly ActivitySource Spans = new(Name);

    private static readonly Meter Meter = new(Name);

    /// <summary>Registrations that were tried; those that failed have an error.</summary>
    public static readonly Counter<long> Registrations = Meter.CreateCounter<long>(
        "gateway.registrations", "{registration}", "Registrations, with an error where they failed.");

    /// <summary>Requests that were turned away, by reason.</summary>
    public static readonly Counter<long> RejectedRequests = Meter.CreateCounter<long>(
        "gateway.rejected_requests", "{request}", "Requests that were turned away, by reason.");

    // Names and boundaries: https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-metrics/

    /// <summary>Calls of models, from request to reply.</summary>
    public static readonly Histogram<double> ModelSeconds = Meter.CreateHistogram(
        "gen_ai.client.operation.duration",
        "s",
        "Duration of calls of models.",
        tags: null,
        new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries =
                [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
        });

    /// <summary>Tokens of a call, those in and those out apart.</summary>
    public static readonly Histogram<long> ModelTokens = Meter.CreateHistogram(
        "gen_ai.client.token.usage",
        "{token}",
        "Tokens that calls of models used.",
        tags: null,
        new InstrumentAdvice<long>
        {
            HistogramBucketBoundaries =
                [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864],
        });
}
