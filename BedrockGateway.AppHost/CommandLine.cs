using Microsoft.Extensions.Configuration;

namespace BedrockGateway.AppHost;

/// <summary>The command line of the local run: settings as <c>--NAME=value</c>, and switches.</summary>
internal static class CommandLine
{
    /// <summary>Runs without the Aspire dashboard.</summary>
    public const string NoDashboard = "--no-dashboard";

    /// <summary>Starts without what earlier runs kept.</summary>
    public const string Fresh = "--fresh";

    public static DistributedApplicationOptions Read(string[] args) => new()
    {
        // A switch without a value would swallow what follows it.
        Args =
        [
            .. args.Where(argument => argument != NoDashboard)
                .Select(argument => argument == Fresh ? $"{Fresh}=true" : argument),
        ],
        DisableDashboard = args.Contains(NoDashboard),
        // Dashboard and telemetry stay on this machine.
        AllowUnsecuredTransport = true,
    };

    /// <summary>
    /// Where a run has no dashboard, nobody listens at the addresses that the launch profile gives one, and whoever
    /// sent telemetry there would wait for nothing.
    /// </summary>
    public static void ForgetDashboard(string[] args, IConfiguration configuration)
    {
        if (args.Contains(NoDashboard))
        {
            configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = null;
            configuration["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = null;
        }
    }
}
