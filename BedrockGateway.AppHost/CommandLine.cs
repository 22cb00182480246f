namespace BedrockGateway.AppHost;

/// <summary>The command line of the local run: settings as <c>--NAME=value</c>, and switches.</summary>
internal static class CommandLine
{
    /// <summary>Runs without the Aspire dashboard.</summary>
    public const string NoDashboard = "--no-dashboard";

    public static DistributedApplicationOptions Read(string[] args) => new()
    {
        // A switch without a value would swallow what follows it.
        Args = [.. args.Where(argument => argument != NoDashboard)],
        DisableDashboard = args.Contains(NoDashboard),
        // Dashboard and telemetry stay on this machine.
        AllowUnsecuredTransport = true,
    };
}
