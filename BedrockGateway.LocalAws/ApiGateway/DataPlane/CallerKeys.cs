using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>Finds the key that a client sent, and the plan under which it calls.</summary>
internal sealed class CallerKeys(ApiKeyStore keys, UsagePlanStore plans, LocalAwsOptions options, TimeProvider clock)
{
    /// <returns>
    /// <see langword="null"/> where no enabled key has the value, or no plan lets it call the request's stage.
    /// </returns>
    public async ValueTask<(ApiKey Key, UsagePlan Plan)?> FindAsync(
        string value, GatewayRequest request, CancellationToken cancellationToken) =>
        options.Directory is { } account
            ? await FindAsync(account, value, request, cancellationToken)
            : Find(value, request);

    private (ApiKey Key, UsagePlan Plan)? Find(string value, GatewayRequest request) =>
        keys.FindByValue(value) is { Enabled: true } key
            && plans.FindFor(key.Id, request.ApiId, request.Stage.Name) is { } plan
            ? (key, plan)
            : null;

    // The account has said that the key is in its plan; here the plan of the same stack stands for it.
    private async ValueTask<(ApiKey Key, UsagePlan Plan)?> FindAsync(
        IAccountDirectory account, string value, GatewayRequest request, CancellationToken cancellationToken) =>
        await account.FindKeyAsync(value, cancellationToken) is { } id
            && plans.All.FirstOrDefault(plan => plan.StageOf(request.ApiId, request.Stage.Name) is not null) is { } plan
            ? (new ApiKey(id, value, Sequence: 0, clock.GetUtcNow()) { Enabled = true }, plan)
            : null;
}
