namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>A key in a plan.</summary>
internal sealed record UsagePlanKey(string PlanId, string KeyId)
{
    /// <summary><c>{plan}/{key}</c>.</summary>
    public string Id => $"{PlanId}/{KeyId}";

    public static UsagePlanKey Parse(string id) =>
        id.Split('/') is [var planId, var keyId] ? new(planId, keyId) : throw new FormatException($"{id} is no key.");
}
