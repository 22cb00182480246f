using System.Net;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>GetDeployments</c>: lists an API's deployments, oldest first.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetDeployments.html</remarks>
internal static class GetDeployments
{
    /// <exception cref="AwsFault"><c>NotFoundException</c> (404): there is no such API.</exception>
    public static RestJsonService MapGetDeployments(this RestJsonService service, RestApiStore apis) => service.Map(
        "GetDeployments", "GET", "/restapis/{restapi_id}/deployments", (call, cancellationToken) => call.ReplyAsync(
            HttpStatusCode.OK,
            apis.Get(call.Path("restapi_id")).Deployments.Values
                .OrderBy(deployment => deployment.CreatedDate)
                .Index()
                .Cut(call, entry => entry.Index + 1L, entry => DeploymentView.Of(entry.Item)),
            ApiGatewayJsonContext.Default.DeploymentPage,
            cancellationToken));
}

/// <summary>A deployment on the wire.</summary>
internal sealed record DeploymentView(string Id, string? Description, long CreatedDate)
{
    public static DeploymentView Of(Deployment deployment) =>
        new(deployment.Id, deployment.Description, deployment.CreatedDate.ToUnixTimeSeconds());
}
