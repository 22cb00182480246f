namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>Writes a stage's access log to the emulator's log, whatever its destination is.</summary>
internal sealed partial class AccessLog(ILogger<AccessLog> log)
{
    public void Write(GatewayRequest request)
    {
        if (request.Stage.AccessLogFormat is { } format)
        {
            LogLine(format.Render(request, missing: "-"));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{AccessLogLine}")]
    private partial void LogLine(string accessLogLine);
}
