using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace BedrockGateway.LocalAws;

/// <summary>
/// The program's arguments: <c>--port 4566 --gateway-port 5080 --region us-east-1 --account 000000000000</c>, and
/// <c>--enforce-policies true</c>, <c>--debug-functions false</c> (by default whether we are debugged).
/// </summary>
internal static class LocalAwsCommandLine
{
    private const string Usage =
        "Usage: --port <0-65535> --gateway-port <0-65535> --region <name> --account <12 digits> "
        + "--bootstrapped <true|false> --enforce-policies <true|false> --debug-functions <true|false> "
        + "--faults <JSON list of rules> "
        + "--bedrock-upstream <http address of an OpenAI API> --bedrock-upstream-model <[Bedrock model id=]name>, "
        + "or: functions [--start] [--endpoint <http address of LocalAws>]";

    public static bool TryParse(
        string[] args, out LocalAwsOptions options, [NotNullWhen(false)] out string? problem)
    {
        options = new() { EdgePort = 4566, GatewayPort = 5080, DebugFunctions = Debugger.IsAttached };
        problem = null;
        for (var i = 0; i < args.Length && problem is null; i += 2)
        {
            problem = Apply(options, args[i], i + 1 < args.Length ? args[i + 1] : string.Empty);
        }

        return problem is null;
    }

    private static string? Apply(LocalAwsOptions options, string name, string value)
    {
        switch (name)
        {
            case "--port" when IsPort(value, out var port):
                options.EdgePort = port;
                return null;
            case "--gateway-port" when IsPort(value, out var port):
                options.GatewayPort = port;
                return null;
            case "--region" when value.Length > 0:
                options.Region = value;
                return null;
            case "--enforce-policies" when bool.TryParse(value, out var enforce):
                options.EnforcePolicies = enforce;
                return null;
            case "--debug-functions" when bool.TryParse(value, out var debug):
                options.DebugFunctions = debug;
                return null;
            case "--account" when value.Length == 12 && value.All(char.IsAsciiDigit):
                options.AccountId = value;
                return null;
            case "--bootstrapped" when bool.TryParse(value, out var bootstrapped):
                options.Bootstrapped = bootstrapped;
                return null;
            case "--faults" when value.Length > 0:
                options.Faults = value;
                return null;
            case "--bedrock-upstream" when Uri.TryCreate(value, UriKind.Absolute, out var upstream) && IsHttp(upstream):
                options.BedrockUpstream = upstream;
                return null;
            case "--bedrock-upstream-model" when value.Length > 0:
                options.AddBedrockUpstreamModel(value);
                return null;
            default:
                return $"'{name} {value}' is not understood. {Usage}";
        }
    }

    private static bool IsHttp(Uri address) => address.Scheme is "http" or "https";

    private static bool IsPort(string value, out int port) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= IPEndPoint.MaxPort;
}
