using System.Net;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>GetAccount</c>: the role for logs and the limits of the account.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetAccount.html</remarks>
internal static class GetAccount
{
    public static RestJsonService MapGetAccount(this RestJsonService service, AccountSettings account) => service.Map(
        "GetAccount", "GET", "/account", (call, cancellationToken) => call.ReplyAsync(
            HttpStatusCode.OK,
            AccountView.Of(account),
            ApiGatewayJsonContext.Default.AccountView,
            cancellationToken));
}
