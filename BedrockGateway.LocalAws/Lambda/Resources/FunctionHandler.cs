using System.Collections.Frozen;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.Lambda.RuntimeApi;

namespace BedrockGateway.LocalAws.Lambda.Resources;

/// <summary><c>AWS::Lambda::Function</c>: the function, and the Runtime API that its processes poll.</summary>
/// <remarks>
/// Ignores whatever concerns where code runs (layers, VPC, file systems, concurrency): a process that polls is the
/// code. Source:
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html
/// </remarks>
internal sealed class FunctionHandler(
    FunctionStore functions, PackageSource packages, RuntimeApiStore runtimes, TimeProvider clock) : IResourceHandler
{
    private const int MaxNameLength = 64;

    // Java from 11, Python from 3.12 and .NET from 8: https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html
    private static readonly FrozenSet<string> SnapStartRuntimes = FrozenSet.Create(
        StringComparer.Ordinal,
        "dotnet8", "dotnet10", "java11", "java17", "java21", "java25", "python3.12", "python3.13", "python3.14");

    public string Type => "AWS::Lambda::Function";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string> { "FunctionName", "PackageType" };

    public async ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = request.Properties.Text("FunctionName") ?? request.GenerateName(MaxNameLength);
        var function = functions.Add(Read(name, request.Properties));
        await runtimes.OpenAsync(name, cancellationToken);
        return Describe(function);
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        var settings = Read(physicalId, request.Properties);
        var changed = functions.Change(physicalId, function => function with { Settings = settings });
        return ValueTask.FromResult(Describe(changed));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        functions.Remove(physicalId);
        return ValueTask.CompletedTask;
    }

    private static ResourceResult Describe(LambdaFunction function) =>
        new(function.Settings.Name, new Dictionary<string, string>
        {
            ["Arn"] = function.Arn,
            ["SnapStartResponse.ApplyOn"] = function.Settings.SnapStart,
            // What is on is a version's.
            ["SnapStartResponse.OptimizationStatus"] = "Off",
        });

    private static string SnapStartOf(JsonObject properties)
    {
        var applyOn = properties.Object("SnapStart")?.Text("ApplyOn") ?? "None";
        var runtime = properties.Text("Runtime") ?? string.Empty;
        return applyOn == "None" || SnapStartRuntimes.Contains(runtime)
            ? applyOn
            : throw LambdaFaults.InvalidParameter(
                $"{runtime} is not SnapStart enabled. Please switch to a SnapStart enabled runtime.");
    }

    private FunctionSettings Read(string name, JsonObject properties)
    {
        var logging = properties["LoggingConfig"] as JsonObject ?? [];
        return new(
            name,
            TimeSpan.FromSeconds(properties.Number("Timeout", otherwise: 3, least: 1, most: 900)),
            properties.Number("MemorySize", otherwise: 128, least: 128, most: 10_240))
        {
            Runtime = properties.Text("Runtime"),
            Handler = properties.Text("Handler"),
            Role = properties.Text("Role"),
            Description = properties.Text("Description") ?? string.Empty,
            PackageType = properties.Text("PackageType") ?? "Zip",
            Architectures = properties["Architectures"] is JsonArray { Count: > 0 } listed
                ? [.. listed.Select(architecture => $"{architecture}")]
                : ["x86_64"],
            Environment = (properties["Environment"]?["Variables"] as JsonObject ?? [])
                .ToDictionary(variable => variable.Key, variable => $"{variable.Value}", StringComparer.Ordinal),
            Package = packages.Read(properties.Object("Code") ?? []),
            TracingMode = properties.Object("TracingConfig")?.Text("Mode") ?? "PassThrough",
            SnapStart = SnapStartOf(properties),
            LogGroup = logging.Text("LogGroup"),
            LogFormat = logging.Text("LogFormat") ?? "Text",
            LastModified = clock.GetUtcNow(),
            RevisionId = Guid.NewGuid().ToString(),
        };
    }
}
