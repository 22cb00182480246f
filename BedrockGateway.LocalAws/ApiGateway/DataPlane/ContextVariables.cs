using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>Values of <c>$context</c> and <c>$stageVariables</c>.</summary>
/// <remarks>
/// The API key has no value here, nor has a claim that holds it: what is substituted may be logged.
/// Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
/// </remarks>
internal static class ContextVariables
{
    private const string Claims = "context.authorizer.claims.";

    private const string StageVariables = "stageVariables.";

    /// <param name="request">The request.</param>
    /// <param name="name">Name without the dollar sign, such as <c>context.requestId</c>.</param>
    public static string? Find(GatewayRequest request, string name)
    {
        if (name.StartsWith(Claims, StringComparison.Ordinal))
        {
            return ClaimOf(request, name[Claims.Length..]);
        }

        return name.StartsWith(StageVariables, StringComparison.Ordinal)
            ? request.Stage.Variables.GetValueOrDefault(name[StageVariables.Length..])
            : OfRequest(request, name) ?? OfCaller(request, name) ?? OfOutcome(request, name);
    }

    private static string? OfRequest(GatewayRequest request, string name) => name switch
    {
        "context.accountId" => request.AccountId,
        "context.apiId" => request.ApiId,
        "context.awsEndpointRequestId" or "context.extendedRequestId" => request.ExtendedRequestId,
        "context.deploymentId" => request.DeploymentId,
        "context.domainName" => request.DomainName,
        "context.domainPrefix" => request.DomainPrefix,
        "context.httpMethod" => request.Http.Request.Method,
        "context.path" => request.Target.FullPath,
        "context.protocol" => request.Http.Request.Protocol,
        "context.requestId" => request.RequestId,
        "context.requestTime" => request.RequestTime,
        "context.requestTimeEpoch" => Text(request.Received.ToUnixTimeMilliseconds()),
        "context.resourceId" => request.Method?.Resource.Id,
        "context.resourcePath" => request.Method?.Resource.Path,
        "context.stage" => request.Stage.Name,
        "context.xrayTraceId" => request.TraceId["Root=".Length..],
        _ => null,
    };

    private static string? OfCaller(GatewayRequest request, string name) => name switch
    {
        "context.identity.apiKeyId" => request.Key?.Id,
        "context.identity.sourceIp" => request.SourceIp,
        "context.identity.userAgent" => RequestValues.Find(request, "header", "User-Agent"),
        "context.authorizer.principalId" => request.Claims?.GetValueOrDefault("sub"),
        _ => null,
    };

    private static string? OfOutcome(GatewayRequest request, string name) => name switch
    {
        "context.error.message" => request.Rejection?.ClientMessage,
        "context.error.messageString" => request.Rejection?.ClientMessage is { } message ? Quote(message) : null,
        "context.error.responseType" => request.Rejection?.Text.ResponseType,
        "context.error.validationErrorString" => request.Rejection?.Detail,
        "context.status" => Text(request.Http.Response.StatusCode),
        "context.responseLength" => Text(request.ResponseBytes),
        "context.responseLatency" => Text((long)request.Elapsed().TotalMilliseconds),
        "context.integrationStatus" or "context.integration.status" =>
            request.IntegrationStatus is { } status ? Text(status) : null,
        "context.integrationLatency" or "context.integration.latency" =>
            request.IntegrationLatency is { } latency ? Text((long)latency.TotalMilliseconds) : null,
        _ => null,
    };

    private static string? ClaimOf(GatewayRequest request, string claim) =>
        request.Claims?.GetValueOrDefault(claim) is { } value && value != request.Key?.Value ? value : null;

    public static string Quote(string message) =>
        $"\"{JsonEncodedText.Encode(message, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
