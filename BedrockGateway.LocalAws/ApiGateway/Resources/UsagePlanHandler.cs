using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.ApiGateway.Limits;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::UsagePlan</c>: limits of the keys in it.</summary>
internal sealed class UsagePlanHandler(UsagePlanStore plans) : IResourceHandler
{
    private const int MaxNameLength = 255;

    public string Type => "AWS::ApiGateway::UsagePlan";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string>();

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = request.Properties.Text("UsagePlanName") ?? request.GenerateName(MaxNameLength);
        return new(ResultOf(plans.Add(plan => Apply(plan with { Name = name }, request.Properties))));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        new(ResultOf(plans.Update(physicalId, plan => Apply(plan, request.Properties))));

    /// <summary>Removes the plan with its stages, as CloudFormation detaches them first.</summary>
    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        plans.Remove(physicalId);
        return default;
    }

    private static UsagePlan Apply(UsagePlan plan, JsonObject properties) => plan with
    {
        Name = properties.Text("UsagePlanName") ?? plan.Name,
        Description = properties.Text("Description"),
        ApiStages = [.. properties.Objects("ApiStages").Select(StageOf)],
        Throttle = properties.Object("Throttle") is { } throttle ? ThrottleOf(throttle) : null,
        Quota = properties.Object("Quota") is { } quota ? QuotaOf(quota) : null,
        Tags = properties.Tags(),
    };

    private static ApiStage StageOf(JsonObject stage) => new(
        stage.RequiredText("ApiId"),
        stage.RequiredText("Stage"),
        stage.Object("Throttle")?.ToDictionary(pair => pair.Key, pair => ThrottleOf(pair.Value as JsonObject ?? [])));

    private static ThrottleSettings ThrottleOf(JsonObject throttle) =>
        new(throttle.Whole("BurstLimit"), throttle.Number("RateLimit"));

    private static QuotaSettings QuotaOf(JsonObject quota) => QuotaPeriod.Require(
        new(quota.Whole("Limit") ?? 0, quota.Whole("Offset") ?? 0, quota.Text("Period") ?? string.Empty));

    private static ResourceResult ResultOf(UsagePlan plan) =>
        new(plan.Id, new Dictionary<string, string> { ["Id"] = plan.Id });
}
