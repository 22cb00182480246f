namespace BedrockGateway.Aspire.Tests;

/// <summary>Shell scripts as resources.</summary>
internal static class Shell
{
    /// <summary>Runs until it is told to end, then says so.</summary>
    public const string UntilTold = "trap 'echo bye; exit' TERM; echo ready; while :; do sleep 0.1; done";

    public static IResourceBuilder<ExecutableResource> AddShell(
        this IDistributedApplicationBuilder builder, string name, string script)
        => builder.AddExecutable(name, "sh", ".", "-c", script);
}
