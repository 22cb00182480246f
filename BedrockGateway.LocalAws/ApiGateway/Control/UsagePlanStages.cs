using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>Patch operations on the stages of a plan.</summary>
/// <remarks>
/// <c>add /apiStages {api}:{stage}</c>, <c>remove /apiStages {api}:{stage}</c>,
/// <c>replace /apiStages/{api}:{stage}/throttle/{path}/{VERB}/rateLimit</c> where the path is escaped
/// (<c>~1v1~1chat</c>).
/// </remarks>
internal static class UsagePlanStages
{
    private static readonly Dictionary<string, ThrottleSettings> NoThrottles = [];

    public static UsagePlan Apply(UsagePlan plan, PatchOperation operation) => (operation.Op, operation.Segments) switch
    {
        ("add", ["apiStages"]) => Add(plan, Parse(operation.Value)),
        ("remove", ["apiStages"]) => plan with { ApiStages = plan.ApiStages.Remove(Find(plan, operation.Value)) },
        ("remove", ["apiStages", var name]) => plan with { ApiStages = plan.ApiStages.Remove(Find(plan, name)) },
        ("add" or "replace", ["apiStages", var name, "throttle", var path, var verb, var limit]) =>
            Throttle(plan, Find(plan, name), $"/{path.TrimStart('/')}/{verb}", limit, operation),
        ("remove", ["apiStages", var name, "throttle", var path, var verb]) =>
            Unthrottle(plan, Find(plan, name), $"/{path.TrimStart('/')}/{verb}"),
        _ => throw operation.Unsupported(),
    };

    private static UsagePlan Add(UsagePlan plan, ApiStage stage) =>
        plan.StageOf(stage.ApiId, stage.Stage) is null ? plan with { ApiStages = plan.ApiStages.Add(stage) } : plan;

    private static UsagePlan Throttle(
        UsagePlan plan, ApiStage stage, string method, string limit, PatchOperation operation)
    {
        var methods = new Dictionary<string, ThrottleSettings>(stage.Throttle ?? NoThrottles);
        var previous = methods.GetValueOrDefault(method) ?? new(null, null);
        methods[method] = limit switch
        {
            "rateLimit" => previous with { RateLimit = operation.Number },
            "burstLimit" => previous with { BurstLimit = operation.Whole },
            _ => throw operation.Unsupported(),
        };
        return plan with { ApiStages = plan.ApiStages.Replace(stage, stage with { Throttle = methods }) };
    }

    private static UsagePlan Unthrottle(UsagePlan plan, ApiStage stage, string method)
    {
        var methods = new Dictionary<string, ThrottleSettings>(stage.Throttle ?? NoThrottles);
        methods.Remove(method);
        return plan with { ApiStages = plan.ApiStages.Replace(stage, stage with { Throttle = methods }) };
    }

    private static ApiStage Find(UsagePlan plan, string? name)
    {
        var (apiId, stage, _) = Parse(name);
        return plan.StageOf(apiId, stage) ?? throw Invalid();
    }

    private static ApiStage Parse(string? name) =>
        name?.Split(':') is [{ Length: > 0 } apiId, { Length: > 0 } stage] ? new(apiId, stage) : throw Invalid();

    private static Wire.AwsFault Invalid() => ApiGatewayFaults.BadRequest("Invalid API Stage specified");
}
