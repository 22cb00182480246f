using System.Diagnostics;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Telemetry;

/// <summary>The span of an AWS operation, as the service sees it.</summary>
/// <remarks>Source: https://opentelemetry.io/docs/specs/semconv/cloud-providers/aws-sdk/</remarks>
internal static class CallSpan
{
    private const string System = "aws-api";

    public static Activity? Start(AwsCall call, string service, string operation) =>
        ServerSpan.Start(call.Http, $"{service}.{operation}")?
            .SetTag("rpc.system", System)
            .SetTag("rpc.service", service)
            .SetTag("rpc.method", operation)
            .SetTag("aws.request_id", call.RequestId);

    public static void End(Activity? span, int status, string? error) => ServerSpan.End(span, status, error);

    public static void Measure(string service, string operation, string? error, TimeSpan duration)
    {
        var tags = new TagList { { "rpc.system", System }, { "rpc.service", service }, { "rpc.method", operation } };
        if (error is not null)
        {
            tags.Add("error.type", error);
        }

        Instruments.CallSeconds.Record(duration.TotalSeconds, tags);
    }
}
