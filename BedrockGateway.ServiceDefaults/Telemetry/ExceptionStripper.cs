using OpenTelemetry;
using OpenTelemetry.Logs;

namespace BedrockGateway.ServiceDefaults.Telemetry;

/// <summary>
/// Leaves of a logged exception its type and where it was thrown: the message may quote what a client sent.
/// </summary>
internal sealed class ExceptionStripper : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is { } exception)
        {
            data.Exception = null;
            data.Attributes =
            [
                .. data.Attributes ?? [],
                new("exception.type", exception.GetType().FullName),
                new("exception.stacktrace", exception.StackTrace),
            ];
        }
    }
}
