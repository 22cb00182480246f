#nullable enable
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The logger of one invocation's context.</summary>
internal sealed class FunctionLogger(string requestId) : ILambdaLogger
{
    public void Log(string message) => Write(LogLevel.Information, message);

    public void LogLine(string message) => Write(LogLevel.Information, message);

    public void Log(string level, string message) =>
        Write(Enum.TryParse<LogLevel>(level, ignoreCase: true, out var known) ? known : LogLevel.Information, message);

    private void Write(LogLevel level, string message) => FunctionLog.Write(level, requestId, message, null);
}
