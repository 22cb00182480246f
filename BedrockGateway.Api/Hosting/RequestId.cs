using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.AspNetCoreServer;

namespace BedrockGateway.Api.Hosting;

/// <summary>The id under which a request is logged and answered: the gateway's where there is one.</summary>
internal static class RequestId
{
    public const string HeaderName = "x-request-id";

    public static string Of(HttpContext http) =>
        http.Items[AbstractAspNetCoreFunction.LAMBDA_REQUEST_OBJECT] is APIGatewayProxyRequest request
            ? request.RequestContext?.RequestId ?? http.TraceIdentifier
            : http.TraceIdentifier;
}
