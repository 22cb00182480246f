using Amazon.Runtime.Telemetry;
using Amazon.Runtime.Telemetry.Tracing;

namespace BedrockGateway.ServiceDefaults.Telemetry.AwsSdk;

/// <summary>Makes spans of .NET's own of what the AWS SDK reports.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/observability.html. The package that does this,
/// OpenTelemetry.Instrumentation.AWS, brings clients of services that nobody here calls.
/// </remarks>
internal sealed class SdkTracerProvider : TracerProvider
{
    private static readonly SdkTracer Tracer = new();

    public override Tracer GetTracer(string scope) => Tracer;

    public override Tracer GetTracer(string scope, Attributes attributes) => Tracer;
}
