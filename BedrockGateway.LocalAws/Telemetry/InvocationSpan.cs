using System.Diagnostics;
using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.Lambda.RuntimeApi;

namespace BedrockGateway.LocalAws.Telemetry;

/// <summary>The span of a function's invocation, as who invokes sees it.</summary>
/// <remarks>Source: https://opentelemetry.io/docs/specs/semconv/faas/faas-spans/</remarks>
internal static class InvocationSpan
{
    private const string NameTag = "faas.invoked_name";

    /// <returns><see langword="null"/> where nobody listens.</returns>
    public static Activity? Start(FunctionTarget target, string region) =>
        Instruments.Spans.StartActivity($"invoke {target.Settings.Name}", ActivityKind.Client)?
            .SetTag(NameTag, target.Settings.Name)
            .SetTag("faas.invoked_provider", "aws")
            .SetTag("faas.invoked_region", region)
            .SetTag("aws.lambda.invoked_arn", target.Arn);

    /// <summary>A process has the event; before that, it waited for one.</summary>
    public static void HandedOver(Activity? span) => span?.AddEvent(new("handed over to a process"));

    public static void End(Activity? span, Invocation invocation, string? functionError)
    {
        span?.SetTag("faas.invocation_id", invocation.RequestId);
        if (functionError is not null)
        {
            span?.SetTag("error.type", functionError).SetStatus(ActivityStatusCode.Error);
        }
    }

    public static void Measure(FunctionTarget target, TimeSpan duration, string? functionError)
    {
        var tags = new TagList { { NameTag, target.Settings.Name } };
        if (functionError is not null)
        {
            tags.Add("error.type", functionError);
        }

        Instruments.InvocationSeconds.Record(duration.TotalSeconds, tags);
    }
}
