using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>A usage plan on the wire.</summary>
internal sealed record UsagePlanView(
    string Id,
    string? Name,
    string? Description,
    IReadOnlyList<ApiStage> ApiStages,
    ThrottleSettings? Throttle,
    QuotaSettings? Quota,
    string? ProductCode,
    IReadOnlyDictionary<string, string>? Tags)
{
    /// <param name="plan">The plan.</param>
    /// <param name="emptyTags">Whether a plan without tags shows an empty map of them.</param>
    public static UsagePlanView Of(UsagePlan plan, bool emptyTags) => new(
        plan.Id,
        plan.Name,
        plan.Description,
        plan.ApiStages,
        plan.Throttle,
        plan.Quota,
        plan.ProductCode,
        emptyTags || !plan.Tags.IsEmpty ? plan.Tags : null);
}
