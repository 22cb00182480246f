using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Lambda.Functions;

namespace BedrockGateway.LocalAws.Lambda.Resources;

/// <summary><c>AWS::Lambda::Version</c>: the function's configuration, frozen under a number.</summary>
/// <remarks>
/// The same processes serve all versions. Ignores <c>ProvisionedConcurrencyConfig</c>. Source:
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-version.html
/// </remarks>
internal sealed class VersionHandler(FunctionStore functions) : IResourceHandler
{
    public string Type => "AWS::Lambda::Version";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new HashSet<string> { "CodeSha256", "Description", "FunctionName" };

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = FunctionReference.Parse(request.Properties.RequiredText("FunctionName")).Name;
        var function = functions.Change(
            name, function => function.PublishVersion(request.Properties.Text("Description")));
        return ValueTask.FromResult(Describe($"{function.Arn}:{function.LastVersion}"));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        ValueTask.FromResult(Describe(physicalId));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        var (name, version) = FunctionReference.Parse(physicalId);
        functions.ChangeIfPresent(name, function => function with { Versions = function.Versions.Remove(version!) });
        return ValueTask.CompletedTask;
    }

    private static ResourceResult Describe(string arn) => new(
        arn,
        new Dictionary<string, string>
        {
            ["Version"] = FunctionReference.Parse(arn).Qualifier!,
            ["FunctionArn"] = arn,
        });
}
