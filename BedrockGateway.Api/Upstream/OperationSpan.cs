using System.Diagnostics;
using BedrockGateway.Api.Telemetry;

namespace BedrockGateway.Api.Upstream;

/// <summary>The span of a call of Bedrock Runtime, until its reply begins.</summary>
/// <remarks>Source: https://opentelemetry.io/docs/specs/semconv/cloud-providers/aws-sdk/</remarks>
internal static class OperationSpan
{
    private const string Service = "Bedrock Runtime";

    /// <returns><see langword="null"/> where nobody listens.</returns>
    public static Activity? Start(BedrockCall call) =>
        Instruments.Spans.HasListeners()
            ? Instruments.Spans.StartActivity($"{Service}.{call.Operation}", ActivityKind.Client)?
                .SetTag("rpc.system", "aws-api")
                .SetTag("rpc.service", Service)
                .SetTag("rpc.method", call.Operation.ToString())
            : null;

    /// <summary>Notes how the call was answered.</summary>
    public static void Describe(Activity? span, HttpResponseMessage response)
    {
        if (span is not null && response.Headers.NonValidated.TryGetValues("x-amzn-RequestId", out var ids))
        {
            span.SetTag("aws.request_id", ids.ToString());
        }
    }

    public static void Fail(Activity? span, BedrockFault fault)
    {
        if (span is not null)
        {
            ModelSpan.Fail(span, fault.ErrorCode);
        }
    }
}
