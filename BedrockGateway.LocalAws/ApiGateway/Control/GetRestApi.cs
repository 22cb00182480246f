using System.Net;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>GetRestApi</c>: reads one API.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetRestApi.html</remarks>
internal static class GetRestApi
{
    /// <exception cref="AwsFault"><c>NotFoundException</c> (404): there is no such API.</exception>
    public static RestJsonService MapGetRestApi(this RestJsonService service, RestApiStore apis) => service.Map(
        "GetRestApi", "GET", "/restapis/{restapi_id}", (call, cancellationToken) => call.ReplyAsync(
            HttpStatusCode.OK,
            RestApiView.Of(apis.Get(call.Path("restapi_id"))),
            ApiGatewayJsonContext.Default.RestApiView,
            cancellationToken));
}
