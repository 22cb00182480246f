using System.Diagnostics;
using System.Globalization;
using System.Net;
using Amazon;
using BedrockGateway.LocalAws;
using Microsoft.Extensions.Configuration;

namespace BedrockGateway.AppHost;

/// <summary>Starts LocalAws in this process and points every AWS SDK client at it, here and in the functions.</summary>
internal static class LocalAwsStart
{
    private const int DefaultAwsPort = 4566;
    private const int DefaultGatewayPort = 5080;

    public static RegionEndpoint Region => RegionEndpoint.USEast1;

    /// <exception cref="StartFailureException">A setting is not valid, or a port is in use.</exception>
    public static async Task<LocalAws.LocalAws> StartAsync(IConfiguration configuration, LocalAwsLog log)
    {
        var options = new LocalAwsOptions
        {
            EdgePort = Port(configuration, "aws-port", DefaultAwsPort),
            GatewayPort = Port(configuration, "gateway-port", DefaultGatewayPort),
            Region = Region.SystemName,
            DebugFunctions = Flag(configuration, "debug-functions", Debugger.IsAttached),
            EnforcePolicies = Flag(configuration, "enforce-policies", fallback: true),
            LoggerFactory = LocalAwsConsole.CreateLoggerFactory(log),
        };
        try
        {
            var aws = await LocalAws.LocalAws.StartAsync(options);
            PointClientsAt(aws.Endpoint);
            return aws;
        }
        catch (IOException busy)
        {
            throw new StartFailureException(
                $"{busy.Message} Stop what uses it, or choose other ports with --gateway-port and --aws-port.");
        }
    }

    // The functions inherit these, but for the credentials, which are their roles'. A real account's stay out of it.
    private static void PointClientsAt(Uri endpoint)
    {
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", endpoint.ToString().TrimEnd('/'));
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "local");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "local");
        Environment.SetEnvironmentVariable("AWS_SESSION_TOKEN", null);
        Environment.SetEnvironmentVariable("AWS_PROFILE", null);
        Environment.SetEnvironmentVariable("AWS_BEARER_TOKEN_BEDROCK", null);
    }

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
