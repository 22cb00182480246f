using System.Net;

namespace BedrockGateway.LocalAws;

/// <summary>How a <see cref="LocalAws"/> starts.</summary>
public sealed class LocalAwsOptions
{
    /// <summary>Stands in <see cref="BedrockUpstreamModels"/> for every model that is not named there.</summary>
    public const string AllModels = "*";

    /// <summary>
    /// Address of this machine that all ports are opened on. Default <see cref="IPAddress.Loopback"/>. Nobody who
    /// calls is asked who he is, so any other belongs into a container or a network of one's own.
    /// </summary>
    public IPAddress BindAddress { get; set; } = IPAddress.Loopback;

    /// <summary>
    /// TCP port of the edge, where AWS SDKs call. Default 0, which takes a free one; 0 to 65,535.
    /// </summary>
    public int EdgePort { get; set; }

    /// <summary>
    /// TCP port of the API Gateway data plane. Default 0, which takes a free one; 0 to 65,535.
    /// </summary>
    public int GatewayPort { get; set; }

    /// <summary>
    /// TCP ports of functions' Runtime APIs by the function's name, or by its end behind a hyphen: the port of
    /// <c>models</c> is also that of <c>BedrockGateway-models</c>. Default none: each takes a free one, as does a
    /// function whose port another one has.
    /// </summary>
    public IDictionary<string, int> FunctionPorts { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Region in ARNs, ids and issuers. Default <c>us-east-1</c>.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>Twelve-digit account id in ARNs. Default <c>000000000000</c>.</summary>
    public string AccountId { get; set; } = "000000000000";

    /// <summary>
    /// Whether the account starts out as <c>cdk bootstrap</c> leaves one, with the stack <c>CDKToolkit</c>, so that a
    /// CDK stack deploys at once. Default <see langword="true"/>.
    /// </summary>
    public bool Bootstrapped { get; set; } = true;

    /// <summary>
    /// Whether the policies of a function's role are evaluated when the function calls AWS with the credentials that
    /// <see cref="LocalAws.CredentialsOf"/> gives it. Default <see langword="true"/>. Other callers may do everything.
    /// </summary>
    public bool EnforcePolicies { get; set; } = true;

    /// <summary>
    /// Whether API Gateway's control plane takes only as many calls as from an account of AWS: 5 <c>CreateApiKey</c> a
    /// second, 10 of all operations, and so on. Default <see langword="false"/>.
    /// </summary>
    public bool EnforceControlRates { get; set; }

    /// <summary>
    /// Whether somebody debugs the functions, so that no time-out ends an invocation: neither the function's, nor the
    /// gateway's, nor a Cognito trigger's. Default <see langword="false"/>: then they wait only while a debugger is
    /// attached to a process that polls, which is known on Linux alone.
    /// </summary>
    public bool DebugFunctions { get; set; }

    /// <summary>
    /// Users and API keys of an account elsewhere, which the data plane asks in place of the emulator's own. Default
    /// none.
    /// </summary>
    public IAccountDirectory? Directory { get; set; }

    /// <summary>
    /// Server of OpenAI's API that answers for Bedrock's text models, such as <c>http://localhost:11434/v1</c>, whose
    /// <c>/chat/completions</c> is called. Default none: models answer by rule.
    /// </summary>
    public Uri? BedrockUpstream { get; set; }

    /// <summary>
    /// Names of the upstream's models by Bedrock's model ids; <see cref="AllModels"/> stands for all the others.
    /// Default empty: the first model that the upstream lists answers for all.
    /// </summary>
    public IDictionary<string, string> BedrockUpstreamModels { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Adds to <see cref="BedrockUpstreamModels"/> what people write on a command line.</summary>
    /// <param name="model"><c>qwen3</c> for all models, <c>amazon.nova-lite-v1:0=qwen3</c> for one.</param>
    public void AddBedrockUpstreamModel(string model)
    {
        ArgumentException.ThrowIfNullOrEmpty(model);
        var equals = model.IndexOf('=', StringComparison.Ordinal);
        BedrockUpstreamModels[equals < 0 ? AllModels : model[..equals]] = model[(equals + 1)..];
    }

    /// <summary>
    /// Failures to inject from the start, as a JSON list of what <c>POST /_local/faults</c> takes:
    /// <c>[{"service":"apigateway","operation":"CreateApiKey","drop":"reply","after":2,"times":1}]</c>. Default none.
    /// </summary>
    public string? Faults { get; set; }

    /// <summary>
    /// Folder that keeps users, keys, stacks, usage and all else beyond the end of the emulator, however it ends. It is
    /// made where there is none, and belongs to one emulator at a time. Default none: state is in memory and goes.
    /// </summary>
    public string? DataFolder { get; set; }

    /// <summary>
    /// Whether what <see cref="DataFolder"/> keeps is deleted first. Default <see langword="false"/>.
    /// </summary>
    public bool Fresh { get; set; }

    /// <summary>
    /// Zip file of a package that the program runs for each deployed function, in place of the function's own. Default
    /// none: functions are started by others.
    /// </summary>
    internal string? FunctionPackage { get; set; }

    /// <summary>Clock of tokens, throttles, quotas, codes and time-outs. Default the system's.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>
    /// Where log lines go; stays the caller's to dispose. Default nowhere; the program logs to the console.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>
    /// Where telemetry goes, under OpenTelemetry's names: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>,
    /// <c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, <c>OTEL_EXPORTER_OTLP_HEADERS</c>, <c>OTEL_SERVICE_NAME</c>
    /// (<c>local-aws</c>) and so on. Default nowhere, as without an endpoint; the program takes the environment.
    /// </summary>
    public IConfiguration? Telemetry { get; set; }
}
