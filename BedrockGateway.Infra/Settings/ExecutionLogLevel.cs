namespace BedrockGateway.Infra;

/// <summary>What API Gateway logs about the steps of a request; bodies never are.</summary>
public enum ExecutionLogLevel
{
    /// <summary>Nothing.</summary>
    Off,

    /// <summary>Failures.</summary>
    Error,

    /// <summary>Every step.</summary>
    Info,
}
