using BedrockGateway.Infra.Settings;

namespace BedrockGateway.Infra;

/// <content>Logs and alarms.</content>
public sealed partial record GatewaySettings
{
    /// <summary>Days that logs are kept.</summary>
    [OneOfSetting("LOG_RETENTION_DAYS", "1", "3", "5", "7", "14", "30", "60", "90", "120", "150", "180", "365", "400",
        "545", "731", "1096", "1827", "2192", "2557", "2922", "3288", "3653")]
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>What API Gateway logs about the steps of a request; bodies never are.</summary>
    [OneOfSetting("EXECUTION_LOG_LEVEL", "OFF", "ERROR", "INFO")]
    public ExecutionLogLevel ExecutionLogLevel { get; init; } = ExecutionLogLevel.Error;

    /// <summary>
    /// Where API Gateway's role to write logs comes from: the stack makes it, the account has one, or there is none
    /// and no log.
    /// </summary>
    [OneOfSetting("API_GATEWAY_LOG_ROLE", "create", "existing", "none")]
    public ApiGatewayLogRole ApiGatewayLogRole { get; init; } = ApiGatewayLogRole.Create;

    /// <summary>Address that alarms are mailed to, once it has confirmed the subscription.</summary>
    [PatternSetting("ALARM_EMAIL", Address, "an address such as operations@example.com")]
    public string? AlarmEmail { get; init; }

    /// <summary>Percentage of requests answered with a 5XX that raises an alarm.</summary>
    [WholeNumberSetting("ALARM_ERROR_PERCENT", 1, 100)]
    public int AlarmErrorPercent { get; init; } = 5;

    /// <summary>
    /// Seconds that the slowest hundredth of requests takes before an alarm is raised; a streamed answer counts to its
    /// end.
    /// </summary>
    [WholeNumberSetting("ALARM_LATENCY_SECONDS", 1, 900)]
    public int AlarmLatencySeconds { get; init; } = 120;

    /// <summary>
    /// Requests refused in five minutes because a client was too fast or over its quota that raise an alarm.
    /// </summary>
    [WholeNumberSetting("ALARM_REFUSED_REQUESTS", 1, int.MaxValue)]
    public int AlarmRefusedRequests { get; init; } = 100;

    /// <summary>
    /// Concurrent executions of Lambda that the account may have in the Region; 80 % of them in use raise an alarm.
    /// </summary>
    [WholeNumberSetting("ACCOUNT_CONCURRENCY", 1, 1_000_000)]
    public int AccountConcurrency { get; init; } = 1_000;

    /// <summary>Collector that the functions export telemetry to, over OTLP and HTTP. See docs/telemetry.md.</summary>
    [PatternSetting(
        "OTLP_ENDPOINT",
        @"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?",
        "an address such as http://localhost:4318")]
    public string? OtlpEndpoint { get; init; }
}
