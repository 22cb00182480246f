using System.Net;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>
/// API Gateway <c>CreateUsagePlanKey</c>: puts a key into a plan. A key has at most one plan for each stage.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlanKey.html</remarks>
internal static class CreateUsagePlanKey
{
    public static RestJsonService MapCreateUsagePlanKey(
        this RestJsonService service, UsagePlanStore plans, ApiKeyStore keys) => service.Map(
        "CreateUsagePlanKey", "POST", "/usageplans/{usageplanId}/keys", async (call, cancellationToken) =>
        {
            var request = await call.ReadAsync(
                ApiGatewayJsonContext.Default.CreateUsagePlanKeyRequest, cancellationToken);
            await call.ReplyAsync(
                HttpStatusCode.Created,
                Handle(call.Path("usageplanId"), request, plans, keys),
                ApiGatewayJsonContext.Default.UsagePlanKeyView,
                cancellationToken);
        });

    /// <exception cref="AwsFault">
    /// <c>BadRequestException</c> (400): the type is not <c>API_KEY</c>. <c>NotFoundException</c> (404): plan or key
    /// does not
    /// exist. <c>ConflictException</c> (409): the key has a plan for one of the stages.
    /// </exception>
    private static UsagePlanKeyView Handle(string planId, Request request, UsagePlanStore plans, ApiKeyStore keys)
    {
        UsagePlanKeyView.RequireType(request.KeyType);
        var plan = plans.Get(planId);
        var key = keys.Get(request.KeyId ?? string.Empty);
        plans.AddKey(plan.Id, key.Id);
        return UsagePlanKeyView.Of(key);
    }

    internal sealed record Request(string? KeyId, string? KeyType);
}
