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

        Function = new Function(this, "Function", new FunctionProps
        {
            FunctionName = functionName,
            Description = $"BedrockGateway {handler}",
            Runtime = Runtime.PROVIDED_AL2023,
            Architecture = Architecture.X86_64,
            Handler = handler,
            Code = settings.FunctionsRunLocally ? NoPackage() : ApiPackage.Bundle(),
            Environment = environment,
            LogGroup = logs,
            MemorySize = size.Megabytes,
            Role = role,
            Timeout = Duration.Seconds(size.TimeoutSeconds),
            Tracing = Tracing.ACTIVE,
        });
    }

    public Function Function { get; }

    // CloudFormation requires a place for the code; beside an emulator, processes poll for the function instead.
    private S3Code NoPackage() => Code.FromBucket(
        Amazon.CDK.AWS.S3.Bucket.FromBucketName(this, "NoPackage", "functions-run-as-local-processes"), "none");
}
