using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>
/// One function of the API's build, with a log group and a role that may write to it and nothing else.
/// </summary>
internal sealed class FunctionConstruct : Construct
{
    private const string AliasName = "live";

    // A managed runtime takes the executable assembly's name for a handler, so a variable has to name the function.
    private const string Assembly = "BedrockGateway.Api";
    private const string FunctionVariable = "GATEWAY_FUNCTION";

    private static readonly Runtime DotNet10 = new("dotnet10", RuntimeFamily.DOTNET_CORE, new LambdaRuntimeProps());

    /// <param name="scope">What the function belongs to.</param>
    /// <param name="id">Logical id, pinned by the template tests.</param>
    /// <param name="handler">
    /// Which of the three functions the process is: <c>accounts</c>, <c>models</c>, <c>pre-signup</c>.
    /// </param>
    /// <param name="functionName">Fixed name, see <see cref="FunctionNames"/>.</param>
    /// <param name="environment">Environment variables.</param>
    /// <param name="size">Memory and time-out.</param>
    /// <param name="settings">What to deploy.</param>
    public FunctionConstruct(
        Construct scope,
        string id,
        string handler,
        string functionName,
        IDictionary<string, string> environment,
        FunctionSize size,
        GatewaySettings settings)
        : base(scope, id)
    {
        var logs = LogGroups.Add(this, "Logs", settings);
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
            Description = $"What the function {functionName} may do",
        });
        logs.GrantWrite(role);

        var isManaged = IsManaged(settings);
        Function = new Function(this, "Function", new FunctionProps
        {
            FunctionName = functionName,
            Description = $"BedrockGateway {handler}",
            Runtime = isManaged ? DotNet10 : Runtime.PROVIDED_AL2023,
            Architecture = settings.LambdaArch is LambdaArch.Arm64 ? Architecture.ARM_64 : Architecture.X86_64,
            Handler = isManaged ? Assembly : handler,
            Code = settings.FunctionsRunLocally ? NoPackage() : ApiPackage.For(this, settings),
            Environment = EnvironmentOf(handler, environment, settings),
            LogGroup = logs,
            MemorySize = size.Megabytes,
            Role = role,
            Timeout = Duration.Seconds(size.TimeoutSeconds),
            Tracing = Tracing.ACTIVE,
        });
        if (isManaged)
        {
            Alias = PublishSnapshots();
        }
    }

    public Function Function { get; }

    /// <summary>What is invoked where versions are published; <see langword="null"/> where none is.</summary>
    public Alias? Alias { get; }

    /// <summary>The name or ARN under which the function is invoked.</summary>
    public string InvokedAs => Alias?.FunctionArn ?? Function.FunctionName;

    /// <summary>The name for URIs, with the alias where there is one.</summary>
    public static string InvokedName(string functionName, GatewaySettings settings) =>
        IsManaged(settings) ? $"{functionName}:{AliasName}" : functionName;

    private static Dictionary<string, string> EnvironmentOf(
        string handler, IDictionary<string, string> environment, GatewaySettings settings)
    {
        var variables = new Dictionary<string, string>(environment);
        if (IsManaged(settings))
        {
            variables[FunctionVariable] = handler;
        }

        if (settings.OtlpEndpoint is { } collector)
        {
            variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector;
            variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        }

        return variables;
    }

    // Beside an emulator nothing is deployed that could be a snapshot.
    private static bool IsManaged(GatewaySettings settings) =>
        settings is { LambdaPackage: LambdaPackage.Managed, FunctionsRunLocally: false };

    // Lambda snapshots published versions only. A version's logical id has a hash of the function's code and
    // configuration, so each change publishes one, and the alias follows.
    private Alias PublishSnapshots()
    {
        // Set on the resource: CDK's own property refuses processors and runtimes that Lambda has taken up since.
        ((CfnFunction)Function.Node.DefaultChild!).AddPropertyOverride("SnapStart.ApplyOn", "PublishedVersions");
        return new Alias(this, "Live", new AliasProps { AliasName = AliasName, Version = Function.CurrentVersion });
    }

    // CloudFormation requires a place for the code; beside an emulator, processes poll for the function instead.
    private S3Code NoPackage() => Code.FromBucket(
        Amazon.CDK.AWS.S3.Bucket.FromBucketName(this, "NoPackage", "functions-run-as-local-processes"), "none");
}
