namespace BedrockGateway.Api.Hosting;

/// <summary>The environment variables of Lambda's that this program looks at itself.</summary>
internal static class LambdaEnvironment
{
    private const string LogFormat = "AWS_LAMBDA_HANDLER_LOG_FORMAT";

    /// <summary>Name of the function; <see langword="null"/> or empty outside of Lambda.</summary>
    public static string? FunctionName => Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME");

    /// <summary>Which of the three functions this is.</summary>
    public static string? Handler => Environment.GetEnvironmentVariable("GATEWAY_FUNCTION") is { Length: > 0 } function
        ? function
        : Environment.GetEnvironmentVariable("_HANDLER");

    /// <summary>Whether there is a Runtime API, to which a failed start can be told.</summary>
    public static bool HasRuntimeApi =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API"));

    /// <summary>
    /// Has Lambda's runtime write exceptions as they are, unless somebody has chosen otherwise: its default puts a time
    /// and an id before what are JSON lines already.
    /// </summary>
    public static void KeepLinesAsWritten()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(LogFormat)))
        {
            Environment.SetEnvironmentVariable(LogFormat, "Unformatted");
        }
    }
}
