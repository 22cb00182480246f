using System.Diagnostics;
using Amazon.Runtime.Telemetry;
using Amazon.Runtime.Telemetry.Tracing;

namespace BedrockGateway.ServiceDefaults.Telemetry.AwsSdk;

/// <summary>A span for each call of an operation, and none for the steps inside it.</summary>
internal sealed class SdkTracer : Tracer
{
    public const string SourceName = "BedrockGateway.AwsSdk";

    private static readonly ActivitySource Source = new(SourceName);

    /// <param name="name">Such as <c>Bedrock Runtime.InvokeModel</c>.</param>
    /// <param name="initialAttributes">Such as <c>rpc.service</c> and <c>rpc.method</c>.</param>
    /// <param name="spanKind"><see cref="SpanKind.CLIENT"/> for a call.</param>
    /// <param name="parentContext">Ignored: the parent is the current span.</param>
    public override TraceSpan CreateSpan(
        string name, Attributes? initialAttributes, SpanKind spanKind, SpanContext? parentContext)
    {
        var activity = spanKind is SpanKind.CLIENT ? Source.StartActivity(name, ActivityKind.Client) : null;
        var span = new SdkSpan(activity);
        if (activity is not null)
        {
            foreach (var (key, value) in initialAttributes?.AllAttributes ?? [])
            {
                span.SetAttribute(key, value);
            }
        }

        return span;
    }
}
