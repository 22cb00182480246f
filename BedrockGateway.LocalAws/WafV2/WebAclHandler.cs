using System.Collections.Frozen;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.WafV2;

/// <summary><c>AWS::WAFv2::WebACL</c>: rules are checked and kept, and let every request through.</summary>
/// <remarks>
/// Has no attribute <c>Capacity</c>: AWS computes it from rules that it does not publish. Source:
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webacl.html
/// </remarks>
internal sealed class WebAclHandler(WebAclStore acls, LocalAwsOptions options) : IResourceHandler
{
    private const int MaxNameLength = 128;

    public string Type => "AWS::WAFv2::WebACL";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new[] { "Name", "Scope" }.ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="AwsFault">
    /// <c>WAFInvalidParameterException</c>, <c>WAFDuplicateItemException</c>.
    /// </exception>
    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        WebAclRules.Check(request.Properties);
        var name = request.Properties.Text("Name") ?? request.GenerateName(MaxNameLength);
        var id = $"{name}|{Guid.NewGuid()}|{request.Properties.RequiredText("Scope")}";
        acls.Add(ArnOf(id));
        return new(Describe(id));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        WebAclRules.Check(request.Properties);
        return new(Describe(physicalId));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        acls.Remove(ArnOf(physicalId));
        return default;
    }

    private string ArnOf(string physicalId) => physicalId.Split('|') is [var name, var id, var scope]
        ? $"arn:aws:wafv2:{options.Region}:{options.AccountId}:"
            + $"{(scope == "CLOUDFRONT" ? "global" : "regional")}/webacl/{name}/{id}"
        : throw WebAclStore.Nonexistent();

    private ResourceResult Describe(string physicalId) => new(physicalId, new Dictionary<string, string>
    {
        ["Arn"] = ArnOf(physicalId),
        ["Id"] = physicalId.Split('|')[1],
        ["LabelNamespace"] = $"awswaf:{options.AccountId}:webacl:{physicalId.Split('|')[0]}:",
    });
}
