using System.Net;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>
/// API Gateway <c>GetStages</c>: lists an API's stages, those of one deployment where <c>deploymentId</c> is given.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetStages.html</remarks>
internal static class GetStages
{
    /// <exception cref="AwsFault"><c>NotFoundException</c> (404): there is no such API.</exception>
    public static RestJsonService MapGetStages(this RestJsonService service, RestApiStore apis) => service.Map(
        "GetStages", "GET", "/restapis/{restapi_id}/stages", (call, cancellationToken) => call.ReplyAsync(
            HttpStatusCode.OK, Handle(call, apis), ApiGatewayJsonContext.Default.GetStagesResponse, cancellationToken));

    private static Response Handle(RestCall call, RestApiStore apis)
    {
        var deployment = call.Query("deploymentId");
        return new([.. apis.Get(call.Path("restapi_id")).Stages.Values
            .Where(stage => deployment is null || stage.DeploymentId == deployment)
            .OrderBy(stage => stage.Name, StringComparer.Ordinal)
            .Select(StageView.Of)]);
    }

    internal sealed record Response(IReadOnlyList<StageView> Item);
}
