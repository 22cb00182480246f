using System.Diagnostics;
using System.Globalization;
using System.Net;
using BedrockGateway.LocalAws;
using Microsoft.Extensions.Configuration;

namespace BedrockGateway.AppHost;

/// <summary>
/// Starts LocalAws in this process, and points the AWS SDK clients, here and in the functions, at what the run works
/// on.
/// </summary>
internal static class LocalAwsStart
{
    private const int DefaultAwsPort = 4566;
    private const int DefaultGatewayPort = 5080;

    /// <param name="configuration">Ports and switches.</param>
    /// <param name="target">What the run works on.</param>
    /// <param name="directory">Whose users and keys the gateway knows; <see langword="null"/> for its own.</param>
    /// <param name="log">Where the log lines go.</param>
    /// <exception cref="StartFailureException">A setting is not valid, or a port is in use.</exception>
    public static async Task<LocalAws.LocalAws> StartAsync(
        IConfiguration configuration, AwsTarget target, IAccountDirectory? directory, LocalAwsLog log)
    {
        var options = new LocalAwsOptions
        {
            EdgePort = Port(configuration, "aws-port", DefaultAwsPort),
            GatewayPort = Port(configuration, "gateway-port", DefaultGatewayPort),
            Region = target.Region.SystemName,
            DebugFunctions = Flag(configuration, "debug-functions", Debugger.IsAttached),
            Directory = directory,
            Faults = configuration["faults"] ?? configuration["LOCAL_AWS_FAULTS"],
            EnforcePolicies = Flag(configuration, "enforce-policies", fallback: true),
            LoggerFactory = LocalAwsConsole.CreateLoggerFactory(log),
            Telemetry = TelemetrySettings.For(ResourceNames.Aws, configuration),
            BedrockUpstream = Upstream(configuration),
        };
        foreach (var model in UpstreamModels(configuration))
        {
            options.AddBedrockUpstreamModel(model);
        }

        try
        {
            var aws = await LocalAws.LocalAws.StartAsync(options);
            PointClients(target, aws.Endpoint);
            return aws;
        }
        catch (FormatException invalid)
        {
            throw new StartFailureException(invalid.Message);
        }
        catch (IOException busy)
        {
            throw new StartFailureException(
                $"{busy.Message} Stop what uses it, or choose other ports with --gateway-port and --aws-port.");
        }
    }

    // The functions inherit these, but for the credentials. A real account's stay out of LocalAws.
    private static void PointClients(AwsTarget target, Uri local)
    {
        switch (target.Kind)
        {
            case AwsKind.Local:
                Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", local.ToString().TrimEnd('/'));
                Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "local");
                Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "local");
                Environment.SetEnvironmentVariable("AWS_SESSION_TOKEN", null);
                Environment.SetEnvironmentVariable("AWS_PROFILE", null);
                break;
            case AwsKind.Account:
                // The account is AWS's own, whatever the shell was last used for.
                Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", null);
                break;
        }

        if (target is { Kind: AwsKind.Local, IsBedrockAws: false })
        {
            Environment.SetEnvironmentVariable("AWS_BEARER_TOKEN_BEDROCK", null);
        }
    }

    /// <exception cref="StartFailureException">The value is no address.</exception>
    private static Uri? Upstream(IConfiguration configuration) =>
        configuration["bedrock-upstream"] is not { Length: > 0 } text
            ? null
            : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? address
                : throw new StartFailureException(
                    $"--bedrock-upstream is '{text}'; allowed is the http address of an OpenAI API, "
                    + "such as http://localhost:11434/v1.");

    private static string[] UpstreamModels(IConfiguration configuration) =>
        configuration["bedrock-upstream-model"]?.Split(
            ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <exception cref="StartFailureException">The value is neither true nor false.</exception>
    private static bool Flag(IConfiguration configuration, string name, bool fallback) =>
        configuration[name] is not { Length: > 0 } text
            ? fallback
            : bool.TryParse(text, out var flag)
                ? flag
                : throw new StartFailureException($"--{name} is '{text}'; allowed is true or false.");

    private static int Port(IConfiguration configuration, string name, int fallback) =>
        configuration[name] is not { Length: > 0 } text
            ? fallback
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                && port <= IPEndPoint.MaxPort
                ? port
                : throw new StartFailureException(
                    $"--{name} is '{text}'; allowed is a port from 0 to {IPEndPoint.MaxPort}.");
}
