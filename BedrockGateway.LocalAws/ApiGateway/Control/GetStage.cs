using System.Net;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>GetStage</c>: reads one stage.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetStage.html</remarks>
internal static class GetStage
{
    /// <exception cref="AwsFault"><c>NotFoundException</c> (404): there is no such API or stage.</exception>
    public static RestJsonService MapGetStage(this RestJsonService service, RestApiStore apis) => service.Map(
        "GetStage", "GET", "/restapis/{restapi_id}/stages/{stage_name}", (call, cancellationToken) => call.ReplyAsync(
            HttpStatusCode.OK,
            StageView.Of(apis.Get(call.Path("restapi_id")).Stage(call.Path("stage_name"))),
            ApiGatewayJsonContext.Default.StageView,
            cancellationToken));
}
