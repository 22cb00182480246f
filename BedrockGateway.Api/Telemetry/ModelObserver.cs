using System.Diagnostics;

namespace BedrockGateway.Api.Telemetry;

/// <summary>Tells of a call of a model wherever somebody wants to know.</summary>
/// <param name="content">What a span has of prompt and reply.</param>
/// <param name="metrics">CloudWatch's lines; <see langword="null"/> outside of Lambda.</param>
/// <param name="log">Where calls are logged that CloudWatch's lines do not tell of.</param>
internal sealed partial class ModelObserver(
    ContentCapture content, ModelMetricsLog? metrics, ILogger<ModelObserver> log)
{
    private readonly ModelNames _names = new();

    public void Observe(ModelCall call, Activity? span)
    {
        var model = _names.Of(call);
        if (metrics is not null)
        {
            metrics.Write(call, model);
        }
        else
        {
            var (input, output, read, written) = call.Tokens;
            var took = call.Duration.TotalMilliseconds;
            LogCall(call.RequestId, model, took, input, output, read, written, call.Failure?.Type);
        }

        ModelMeasurements.Record(call, model);
        if (span is null)
        {
            return;
        }

        ModelSpan.Describe(span, call);
        content.Describe(span, call);
        if (call.Failure is { } failure)
        {
            ModelSpan.Fail(span, failure.Type);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{RequestId} {Model} took {DurationMs} ms, used {InputTokens} tokens in, {OutputTokens} out, "
            + "{CacheReadTokens} from the cache, {CacheWriteTokens} into it, error {ErrorType}")]
    private partial void LogCall(
        string requestId,
        string model,
        double durationMs,
        int? inputTokens,
        int? outputTokens,
        int? cacheReadTokens,
        int? cacheWriteTokens,
        string? errorType);
}
