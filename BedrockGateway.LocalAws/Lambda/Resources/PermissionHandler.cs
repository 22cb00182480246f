using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Lambda.Functions;

namespace BedrockGateway.LocalAws.Lambda.Resources;

/// <summary><c>AWS::Lambda::Permission</c>: a statement of a function's resource policy.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html
/// </remarks>
internal sealed class PermissionHandler(FunctionStore functions) : IResourceHandler
{
    private const int MaxStatementIdLength = 100;

    public string Type => "AWS::Lambda::Permission";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string>
    {
        "Action",
        "EventSourceToken",
        "FunctionName",
        "FunctionUrlAuthType",
        "InvokedViaFunctionUrl",
        "Principal",
        "PrincipalOrgID",
        "SourceAccount",
        "SourceArn",
    };

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var reference = FunctionReference.Parse(request.Properties.RequiredText("FunctionName"));
        var statement = new PolicyStatement(
            reference.Qualifier,
            request.Properties.RequiredText("Action"),
            request.Properties.RequiredText("Principal"),
            request.Properties.Text("SourceArn"));
        functions.Resolve(reference);
        var id = request.GenerateName(MaxStatementIdLength);
        functions.Change(reference.Name, function => function with { Policy = function.Policy.SetItem(id, statement) });
        return ValueTask.FromResult(Describe(id));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        ValueTask.FromResult(Describe(physicalId));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        var reference = FunctionReference.Parse(properties.RequiredText("FunctionName"));
        functions.ChangeIfPresent(
            reference.Name, function => function with { Policy = function.Policy.Remove(physicalId) });
        return ValueTask.CompletedTask;
    }

    private static ResourceResult Describe(string id) => new(id, new Dictionary<string, string> { ["Id"] = id });
}
