using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.AspNetCoreServer;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Accounts;

/// <summary>What the stack's rule invokes the function of accounts with, every five minutes.</summary>
/// <remarks>
/// The rule's constant input has the form of a REST API's event, which is what the function reads, for a path that no
/// route of the API has. A client cannot send it: API Gateway writes the events itself, and each has the resource that
/// was matched and a request context with API, stage and request id. This one has an empty context. Who may invoke the
/// function past API Gateway could send anything, and needs IAM's permission.
/// </remarks>
internal static class ScheduleEndpoint
{
    public const string Path = "/_schedule";

    public static async Task<IResult> HandleAsync(HttpContext http, Upkeep upkeep)
    {
        if (!IsTheRules(http.Items[AbstractAspNetCoreFunction.LAMBDA_REQUEST_OBJECT] as APIGatewayProxyRequest))
        {
            return Refusal.MissingAuthenticationToken.ToResult();
        }

        await upkeep.RunAsync(http.RequestAborted);
        return MessageReply.Ok("Accounts were looked after.");
    }

    internal static bool IsTheRules(APIGatewayProxyRequest? request) => request is
    {
        Resource: Path,
        RequestContext: null or { ApiId: null, Stage: null, RequestId: null, ResourcePath: null, Identity: null },
    };
}
