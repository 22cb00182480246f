using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Limits;

namespace BedrockGateway.Api.Plans;

/// <summary>Puts keys into plans and takes them out, however often it is said.</summary>
internal static class PlanKeyExtensions
{
    /// <exception cref="ConflictException">The key is in another plan of this stage.</exception>
    public static async Task JoinPlanAsync(
        this IAmazonAPIGateway gateway,
        string planId,
        string keyId,
        ResourcesOptions resources,
        CancellationToken cancellationToken)
    {
        try
        {
            await gateway.CreateUsagePlanKeyAsync(
                new CreateUsagePlanKeyRequest { UsagePlanId = planId, KeyId = keyId, KeyType = "API_KEY" },
                cancellationToken);
        }
        catch (ConflictException)
        {
            // An attempt whose reply was lost, unless it is in another one.
            if ((await gateway.FindPlanAsync(keyId, resources, cancellationToken))?.Id != planId)
            {
                throw;
            }
        }
    }

    public static async Task LeavePlanAsync(
        this IAmazonAPIGateway gateway, string planId, string keyId, CancellationToken cancellationToken)
    {
        try
        {
            await gateway.DeleteUsagePlanKeyAsync(
                new DeleteUsagePlanKeyRequest { UsagePlanId = planId, KeyId = keyId }, cancellationToken);
        }
        catch (NotFoundException)
        {
            // Not in it, or not any more.
        }
    }
}
