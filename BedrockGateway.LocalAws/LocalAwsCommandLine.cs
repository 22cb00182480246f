using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace BedrockGateway.LocalAws;

/// <summary>
/// The program's arguments: <c>--port 4566 --gateway-port 5080 --region us-east-1 --account 000000000000</c>, and
/// <c>--enforce-policies true</c>, <c>--debug-functions false</c> (by default whether we are debugged). A switch
/// without a value is true; of an argument that is given twice the last counts.
/// </summary>
internal static class LocalAwsCommandLine
{
    private const string Usage =
        "Usage: --port <0-65535> --gateway-port <0-65535> --bind <IP address> --region <name> --account <12 digits> "
        + "--bootstrapped <true|false> --enforce-policies <true|false> --debug-functions <true|false> "
        + "--data <folder> --fresh <true|false> --control-rates <true|false> --faults <JSON list of rules> "
        + "--function-ports <name=port,...> --with-api [<package.zip>] "
        + "--bedrock-upstream <http address of an OpenAI API> "
        + "--bedrock-upstream-model <[Bedrock model id=]name>, "
        + "or: functions [--start] [--endpoint <http address of LocalAws>], "
        + "or: health [--endpoint <http address of LocalAws>]";

    private static readonly string[] Switches =
        ["--bootstrapped", "--enforce-policies", "--debug-functions", "--fresh", "--control-rates", "--with-api"];

    public static bool TryParse(
        string[] args, out LocalAwsOptions options, [NotNullWhen(false)] out string? problem)
    {
        options = new() { EdgePort = 4566, GatewayPort = 5080, DebugFunctions = Debugger.IsAttached };
        problem = null;
        for (var i = 0; i < args.Length && problem is null; i++)
        {
            var name = args[i];
            var hasValue = i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal);
            var value = hasValue ? args[++i] : Switches.Contains(name) ? bool.TrueString : string.Empty;
            problem = Apply(options, name, value);
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
            case "--bind" when IPAddress.TryParse(value, out var address):
                options.BindAddress = address;
                return null;
            case "--function-ports" when value.Split(',').All(pair => TryAddFunctionPort(options, pair)):
                return null;
            case "--with-api":
                return SetApi(options, value);
            case "--region" when value.Length > 0:
                options.Region = value;
                return null;
            case "--account" when value.Length == 12 && value.All(char.IsAsciiDigit):
                options.AccountId = value;
                return null;
            case "--faults" when value.Length > 0:
                options.Faults = value;
                return null;
            case "--data" when value.Length > 0:
                options.DataFolder = value;
                return null;
            case "--bedrock-upstream" when Uri.TryCreate(value, UriKind.Absolute, out var upstream) && IsHttp(upstream):
                options.BedrockUpstream = upstream;
                return null;
            case "--bedrock-upstream-model" when value.Length > 0:
                options.AddBedrockUpstreamModel(value);
                return null;
            default:
                return bool.TryParse(value, out var on) && TrySwitch(options, name, on)
                    ? null
                    : $"'{name} {value}' is not understood. {Usage}";
        }
    }

    private static bool TrySwitch(LocalAwsOptions options, string name, bool on)
    {
        switch (name)
        {
            case "--bootstrapped":
                options.Bootstrapped = on;
                return true;
            case "--enforce-policies":
                options.EnforcePolicies = on;
                return true;
            case "--debug-functions":
                options.DebugFunctions = on;
                return true;
            case "--control-rates":
                options.EnforceControlRates = on;
                return true;
            case "--fresh":
                options.Fresh = on;
                return true;
            default:
                return false;
        }
    }

    private static string? SetApi(LocalAwsOptions options, string value)
    {
        var package = bool.TryParse(value, out var on)
            ? on ? Path.Combine(AppContext.BaseDirectory, "api.zip") : null
            : Path.GetFullPath(value);
        options.FunctionPackage = package;
        return package is null || File.Exists(package)
            ? null
            : $"There is no package of functions at {package}. The container image has one; elsewhere name a zip file "
                + "of the API's native executable, 'bootstrap': --with-api <package.zip>.";
    }

    private static bool TryAddFunctionPort(LocalAwsOptions options, string pair)
    {
        if (pair.Split('=') is not [{ Length: > 0 } name, var text] || !IsPort(text, out var port))
        {
            return false;
        }

        options.FunctionPorts[name] = port;
        return true;
    }

    private static bool IsHttp(Uri address) => address.Scheme is "http" or "https";

    private static bool IsPort(string value, out int port) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= IPEndPoint.MaxPort;
}
