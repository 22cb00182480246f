#nullable enable
using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What Lambda says through environment variables.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html</remarks>
internal sealed record RuntimeEnvironment
{
    public const string TraceId = "_X_AMZN_TRACE_ID";

    private const string MaxConcurrency = "AWS_LAMBDA_MAX_CONCURRENCY";
    private const string ProcessingTasks = "AWS_LAMBDA_DOTNET_PROCESSING_TASKS";

    /// <summary><c>host:port</c>.</summary>
    public required string RuntimeApi { get; init; }

    public string? FunctionName { get; init; }

    public string? FunctionVersion { get; init; }

    public string? LogGroupName { get; init; }

    public string? LogStreamName { get; init; }

    /// <summary>Configured memory in MiB; 0 where Lambda does not say.</summary>
    public int MemoryMegabytes { get; init; }

    public bool IsMemoryLimitDisabled { get; init; }

    /// <summary>Whether Lambda takes a snapshot of the initialized process and starts it from there.</summary>
    public bool IsSnapStart { get; init; }

    /// <summary>Whether one process serves several invocations at once.</summary>
    public bool IsMultiConcurrency { get; init; }

    /// <summary>How many polls wait at the same time, which is how many invocations run at once.</summary>
    public int PollingTasks { get; init; } = 1;

    /// <summary>Whether the process ends after one invocation, for debugging.</summary>
    public bool RunOnce { get; init; }

    /// <exception cref="InvalidOperationException">There is no Runtime API to talk to.</exception>
    public static RuntimeEnvironment Read(string? runtimeApi)
    {
        var isMultiConcurrency = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(MaxConcurrency));
        return new()
        {
            RuntimeApi = FirstOf(runtimeApi, Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API"))
                ?? throw new InvalidOperationException(
                    "AWS_LAMBDA_RUNTIME_API is not set: it names the host:port of the Lambda Runtime API."),
            FunctionName = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME"),
            FunctionVersion = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_VERSION"),
            LogGroupName = Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_GROUP_NAME"),
            LogStreamName = Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_STREAM_NAME"),
            MemoryMegabytes = Number("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"),
            IsMemoryLimitDisabled = IsTrue("AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK"),
            IsSnapStart = Environment.GetEnvironmentVariable("AWS_LAMBDA_INITIALIZATION_TYPE") == "snap-start",
            IsMultiConcurrency = isMultiConcurrency,
            PollingTasks = isMultiConcurrency ? CountPollingTasks() : 1,
            RunOnce = IsTrue("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE"),
        };
    }

    private static int CountPollingTasks()
    {
        var wanted = Environment.GetEnvironmentVariable(ProcessingTasks);
        if (!string.IsNullOrEmpty(wanted))
        {
            return Number(ProcessingTasks) is > 0 and var tasks
                ? tasks
                : throw new ArgumentException(
                    $"Value {wanted} for environment variable {ProcessingTasks} is no integer greater than 0.");
        }

        return Number(MaxConcurrency) is > 0 and var concurrency
            ? concurrency
            : Math.Max(2, Environment.ProcessorCount);
    }

    private static string? FirstOf(string? first, string? second) =>
        !string.IsNullOrEmpty(first) ? first : string.IsNullOrEmpty(second) ? null : second;

    private static int Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    private static bool IsTrue(string name) =>
        string.Equals(Environment.GetEnvironmentVariable(name), "true", StringComparison.OrdinalIgnoreCase);
}
