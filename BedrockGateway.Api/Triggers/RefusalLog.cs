using BedrockGateway.Api.Logging;

namespace BedrockGateway.Api.Triggers;

/// <summary>The log line of a refusal; it does not say whose.</summary>
internal static partial class RefusalLog
{
    public static void Write(ILogger log, string requestId, RefusedException refused) =>
        LogRefusal(log, requestId, refused.Message);

    /// <summary>The line as the console has it, where Lambda's runtime writes it.</summary>
    public static string LineFor(string requestId, RefusedException refused, TimeProvider clock)
    {
        using var line = new StringWriter();
        using var lines = new JsonLinesLoggerProvider(new LogOutput(line), clock);
        LogRefusal(lines.CreateLogger(typeof(RefusalLog).FullName!), requestId, refused.Message);
        return line.ToString().TrimEnd();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{RequestId} refused: {Reason}")]
    private static partial void LogRefusal(ILogger log, string requestId, string reason);
}
