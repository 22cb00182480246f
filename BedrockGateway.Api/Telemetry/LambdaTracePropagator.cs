using System.Diagnostics;
using Amazon.Lambda.Core;
using BedrockGateway.ServiceDefaults.Telemetry;

namespace BedrockGateway.Api.Telemetry;

/// <summary>Finds the span that a request to a function belongs under.</summary>
/// <remarks>
/// W3C's <c>traceparent</c> of the event names the trace. Lambda's own X-Ray header counts where there is none, and
/// where it is of the same trace: then its span, of the invocation, is nearer than the client's or the gateway's.
/// </remarks>
internal sealed class LambdaTracePropagator : DistributedContextPropagator
{
    private readonly DistributedContextPropagator _w3c = CreateW3CPropagator();

    public override IReadOnlyCollection<string> Fields => _w3c.Fields;

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) =>
        _w3c.Inject(activity, carrier, setter);

    public override void ExtractTraceIdAndState(
        object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState)
    {
        _w3c.ExtractTraceIdAndState(carrier, getter, out traceId, out traceState);
        if (XRayContext.Find(LambdaTraceProvider.CurrentTraceId) is { } invocation
            && (traceId is null || traceId.Contains(invocation.TraceId.ToHexString(), StringComparison.Ordinal)))
        {
            var flags = invocation.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) ? "01" : "00";
            traceId = $"00-{invocation.TraceId}-{invocation.SpanId}-{flags}";
        }
    }

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(
        object? carrier, PropagatorGetterCallback? getter) => _w3c.ExtractBaggage(carrier, getter);
}
