using System.Diagnostics;

namespace BedrockGateway.Api.Telemetry;

/// <summary>Tells of a call of a model wherever somebody wants to know.</summary>
internal sealed class ModelObserver(ContentCapture content)
{
    private readonly ModelNames _names = new();

    public void Observe(ModelCall call, Activity? span)
    {
        ModelMeasurements.Record(call, _names.Of(call));
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
