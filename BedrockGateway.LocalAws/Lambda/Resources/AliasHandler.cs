using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Lambda.Functions;

namespace BedrockGateway.LocalAws.Lambda.Resources;

/// <summary><c>AWS::Lambda::Alias</c>: a name for a version.</summary>
/// <remarks>
/// Ignores <c>RoutingConfig</c> and <c>ProvisionedConcurrencyConfig</c>: all goes to the one version. Source:
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-alias.html
/// </remarks>
internal sealed class AliasHandler(FunctionStore functions) : IResourceHandler
{
    public string Type => "AWS::Lambda::Alias";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string> { "FunctionName", "Name" };

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = FunctionReference.Parse(request.Properties.RequiredText("FunctionName")).Name;
        var alias = request.Properties.RequiredText("Name");
        return ValueTask.FromResult(Point(new(name, alias), request.Properties));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        ValueTask.FromResult(Point(FunctionReference.Parse(physicalId), request.Properties));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        var (name, alias) = FunctionReference.Parse(physicalId);
        functions.ChangeIfPresent(name, function => function with { Aliases = function.Aliases.Remove(alias!) });
        return ValueTask.CompletedTask;
    }

    private ResourceResult Point(FunctionReference reference, JsonObject properties)
    {
        var version = properties.RequiredText("FunctionVersion");
        functions.Resolve(reference with { Qualifier = version });
        var arn = functions.ArnOf(reference);
        functions.Change(
            reference.Name,
            function => function with { Aliases = function.Aliases.SetItem(reference.Qualifier!, version) });
        return new(arn, new Dictionary<string, string> { ["AliasArn"] = arn });
    }
}
