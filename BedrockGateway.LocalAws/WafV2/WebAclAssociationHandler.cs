using System.Collections.Frozen;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.WafV2;

/// <summary><c>AWS::WAFv2::WebACLAssociation</c>: a web ACL in front of a stage of a REST API.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html
/// </remarks>
internal sealed class WebAclAssociationHandler(WebAclStore acls, RestApiStore apis) : IResourceHandler
{
    public string Type => "AWS::WAFv2::WebACLAssociation";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new[] { "ResourceArn", "WebACLArn" }.ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="AwsFault"><c>WAFNonexistentItemException</c>: the stage or the ACL.</exception>
    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var resource = request.Properties.RequiredText("ResourceArn");
        var acl = request.Properties.RequiredText("WebACLArn");
        if (!IsStage(resource))
        {
            throw WebAclStore.Nonexistent();
        }

        acls.Associate(resource, acl);
        return new(Describe($"{resource}|{acl}"));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        new(Describe(physicalId));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        acls.Disassociate(physicalId.Split('|')[0]);
        return default;
    }

    // arn:aws:apigateway:us-east-1::/restapis/abcde12345/stages/prod
    private bool IsStage(string arn) =>
        arn.Split(':') is ["arn", _, "apigateway", _, "", var path]
        && path.Split('/') is ["", "restapis", var api, "stages", var stage]
        && apis.Find(api)?.Stages.ContainsKey(stage) is true;

    private static ResourceResult Describe(string id) => new(id, new Dictionary<string, string>());
}
