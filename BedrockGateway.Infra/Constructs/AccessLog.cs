using System.Text.Json;

namespace BedrockGateway.Infra.Constructs;

/// <summary>A line of JSON per request, in API Gateway's variables.</summary>
/// <remarks>
/// Every value is a string, because API Gateway writes <c>-</c> for what a request does not have. The API key's value
/// is no part of it.
/// Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
/// </remarks>
internal static class AccessLog
{
    /// <summary>The field with the gateway's own reason to refuse, such as <c>THROTTLED</c>.</summary>
    public const string ErrorType = "errorType";

    private static readonly (string Field, string Variable)[] Fields =
    [
        ("requestId", "requestId"),
        ("extendedRequestId", "extendedRequestId"),
        ("traceId", "xrayTraceId"),
        ("time", "requestTime"),
        ("method", "httpMethod"),
        ("route", "resourcePath"),
        ("status", "status"),
        ("latencyMs", "responseLatency"),
        ("integrationLatencyMs", "integration.latency"),
        ("integrationStatus", "integration.status"),
        ("responseBytes", "responseLength"),
        ("userSub", "authorizer.claims.sub"),
        ("apiKeyId", "identity.apiKeyId"),
        ("callerAddress", "identity.sourceIp"),
        (ErrorType, "error.responseType"),
        ("errorMessage", "error.message"),
    ];

    public static string Format { get; } = $"{{{string.Join(',', Fields.Select(Member))}}}";

    private static string Member((string Field, string Variable) of) =>
        $"{Quoted(of.Field)}:{Quoted($"$context.{of.Variable}")}";

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
