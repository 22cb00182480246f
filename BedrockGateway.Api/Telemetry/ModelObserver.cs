using System.Diagnostics;

namespace BedrockGateway.Api.Telemetry;

/// <summary>Tells of a call of a model wherever somebody wants to know.</summary>
/// <param name="content">What a span has of prompt and reply.</param>
/// <param name="log">CloudWatch's lines; <see langword="null"/> outside of Lambda.</param>
internal sealed class ModelObserver(ContentCapture content, ModelMetricsLog? log)
{
    private readonly ModelNames _names = new();

    public void Observe(ModelCall call, Activity? span)
    {
        var model = _names.Of(call);
        log?.Write(call, model);
        ModelMeasurements.Record(call, model);
        if (span is null)
        {
            return;
        }

        ModelSpan.Describe(span, call.Tokens, call.Reply);
        content.Describe(span, call);
        if (call.Failure is { } failure)
        {
            ModelSpan.Fail(span, failure.Type);
        }
    }
}
