using System.Diagnostics;
using Amazon.Runtime;
using Amazon.Runtime.Telemetry;
using Amazon.Runtime.Telemetry.Tracing;

namespace BedrockGateway.ServiceDefaults.Telemetry.AwsSdk;

/// <summary>One call, or nothing where nobody listens.</summary>
internal sealed class SdkSpan(Activity? activity) : TraceSpan
{
    // The SDK also sets an exception's message and its frames, and a message may quote a request.
    private const string AboutExceptions = "exception.";

    public override void EmitEvent(string name, Attributes? attributes = null)
    {
        // None of the SDK's is of use to who reads a trace.
    }

    public override void SetAttribute(string key, object? value)
    {
        if (!key.StartsWith(AboutExceptions, StringComparison.Ordinal))
        {
            activity?.SetTag(key, value);
        }
    }

    public override void SetStatus(SpanStatus status)
    {
        if (status is SpanStatus.ERROR)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
        }
    }

    public override void RecordException(Exception exception, Attributes? attributes = null)
    {
        var error = exception is AmazonServiceException { ErrorCode: { Length: > 0 } code }
            ? code
            : exception.GetType().FullName;
        activity?.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error);
    }

    public override void End() => activity?.Stop();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            activity?.Dispose();
        }

        base.Dispose(disposing);
    }
}
