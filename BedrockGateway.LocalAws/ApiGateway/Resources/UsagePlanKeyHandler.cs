using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.ApiGateway.Control;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::UsagePlanKey</c>: a key in a plan. <c>Ref</c> is <c>{key}:{plan}</c>.</summary>
internal sealed class UsagePlanKeyHandler(UsagePlanStore plans, ApiKeyStore keys) : IResourceHandler
{
    public string Type => "AWS::ApiGateway::UsagePlanKey";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new HashSet<string> { "KeyId", "KeyType", "UsagePlanId" };

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        UsagePlanKeyView.RequireType(request.Properties.Text("KeyType"));
        var key = keys.Get(request.Properties.RequiredText("KeyId"));
        var planId = request.Properties.RequiredText("UsagePlanId");
        plans.AddKey(planId, key.Id);
        return new(ResultOf($"{key.Id}:{planId}"));
    }

    /// <summary>Nothing of it can change in place.</summary>
    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        new(ResultOf(physicalId));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        plans.RemoveKey(properties.RequiredText("UsagePlanId"), properties.RequiredText("KeyId"));
        return default;
    }

    private static ResourceResult ResultOf(string id) => new(id, new Dictionary<string, string> { ["Id"] = id });
}
