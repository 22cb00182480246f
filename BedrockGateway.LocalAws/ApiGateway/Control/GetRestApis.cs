using System.Net;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>API Gateway <c>GetRestApis</c>: lists the APIs, oldest first.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/api/API_GetRestApis.html</remarks>
internal static class GetRestApis
{
    public static RestJsonService MapGetRestApis(this RestJsonService service, RestApiStore apis) => service.Map(
        "GetRestApis", "GET", "/restapis", (call, cancellationToken) => call.ReplyAsync(
            HttpStatusCode.OK,
            apis.NewestFirst.Reverse().Index()
                .Cut(call, entry => entry.Index + 1L, entry => RestApiView.Of(entry.Item)),
            ApiGatewayJsonContext.Default.RestApiPage,
            cancellationToken));
}
