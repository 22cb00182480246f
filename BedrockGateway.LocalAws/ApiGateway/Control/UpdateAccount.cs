using System.Net;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>UpdateAccount</c>: sets the role for logs.</summary>
/// <remarks>
/// Whether the role exists and may write logs is not checked.
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateAccount.html
/// </remarks>
internal static class UpdateAccount
{
    public static RestJsonService MapUpdateAccount(this RestJsonService service, AccountSettings account) =>
        service.Map("UpdateAccount", "PATCH", "/account", async (call, cancellationToken) =>
        {
            var patch = await call.ReadAsync(ApiGatewayJsonContext.Default.PatchRequest, cancellationToken);
            account.CloudWatchRoleArn = patch.ApplyTo(account.CloudWatchRoleArn, Apply);
            await call.ReplyAsync(
                HttpStatusCode.OK,
                AccountView.Of(account),
                ApiGatewayJsonContext.Default.AccountView,
                cancellationToken);
        });

    private static string? Apply(string? role, PatchOperation operation) =>
        operation.Key == "replace /cloudwatchRoleArn" ? operation.Value : throw operation.Unsupported();
}
