namespace BedrockGateway.Bench.Functions;

/// <summary>What one process of a function showed.</summary>
/// <param name="FirstPollMs">From the start of the process to its first poll.</param>
/// <param name="FirstReplyMs">
/// From its first event to the reply: the first connections and whatever was put off.
/// </param>
/// <param name="WarmP50Ms">Median of the invocations after the warm-up.</param>
/// <param name="WarmP99Ms">99th percentile of the same.</param>
/// <param name="StartMiB">Peak memory at the first poll.</param>
/// <param name="PeakMiB">Peak memory after all invocations.</param>
internal sealed record FunctionRun(
    double FirstPollMs, double FirstReplyMs, double WarmP50Ms, double WarmP99Ms, double StartMiB, double PeakMiB);
