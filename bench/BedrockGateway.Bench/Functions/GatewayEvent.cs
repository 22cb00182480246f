using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.Bench.Machine;

namespace BedrockGateway.Bench.Functions;

/// <summary>POST /bedrock as API Gateway hands it to the function, with a caller that both gates admit.</summary>
internal static class GatewayEvent
{
    public const string ModelId = "amazon.titan-text-express-v1";

    private const string ApiKey = "bench-api-key-of-no-account-0123456789ab";

    /// <summary>What the model is asked, in its own JSON.</summary>
    public static string Parameters { get; } = new JsonObject
    {
        ["inputText"] = "Say in one sentence what a usage plan of API Gateway limits.",
        ["textGenerationConfig"] = new JsonObject { ["maxTokenCount"] = 64, ["temperature"] = 0 },
    }.ToJsonString();

    public static byte[] Create() => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["resource"] = "/bedrock",
        ["path"] = "/bedrock",
        ["httpMethod"] = "POST",
        ["headers"] = Headers(value => value),
        ["multiValueHeaders"] = Headers(value => new JsonArray(value)),
        ["queryStringParameters"] = null,
        ["multiValueQueryStringParameters"] = null,
        ["pathParameters"] = null,
        ["stageVariables"] = null,
        ["requestContext"] = Context(),
        ["body"] = $$"""{"modelId":"{{ModelId}}","inferenceParameters":{{Parameters}}}""",
        ["isBase64Encoded"] = false,
    }.ToJsonString());

    private static JsonObject Headers(Func<string, JsonNode> value) => new()
    {
        ["Accept"] = value("*/*"),
        ["Authorization"] = value("Bearer " + new string('e', 1000)),
        ["Content-Type"] = value("application/json"),
        ["Host"] = value("a1b2c3d4e5.execute-api.us-east-1.amazonaws.com"),
        ["User-Agent"] = value("curl/8.5.0"),
        ["X-Amzn-Trace-Id"] = value("Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700"),
        ["X-Forwarded-For"] = value("192.0.2.44"),
        ["X-Forwarded-Port"] = value("443"),
        ["X-Forwarded-Proto"] = value("https"),
        ["x-api-key"] = value(ApiKey),
    };

    private static JsonObject Context() => new()
    {
        ["resourceId"] = "a1b2c3",
        ["resourcePath"] = "/bedrock",
        ["httpMethod"] = "POST",
        ["extendedRequestId"] = "JKJaXmPLvHcESHA=",
        ["requestTime"] = "01/Jan/2026:00:00:00 +0000",
        ["path"] = "/prod/bedrock",
        ["accountId"] = "000000000000",
        ["protocol"] = "HTTP/1.1",
        ["stage"] = "prod",
        ["domainPrefix"] = "a1b2c3d4e5",
        ["requestTimeEpoch"] = 1767225600000,
        ["requestId"] = "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
        ["domainName"] = "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
        ["apiId"] = "a1b2c3d4e5",
        ["identity"] = new JsonObject
        {
            ["sourceIp"] = "192.0.2.44", ["apiKey"] = ApiKey, ["apiKeyId"] = "k1e2y3i4d5", ["userAgent"] = "curl/8.5.0",
        },
        ["authorizer"] = new JsonObject
        {
            ["claims"] = new JsonObject
            {
                ["sub"] = "0c3dc5a8-7b61-11e6-9a41-93e8deadbeef",
                ["email"] = "ada@example.com",
                ["email_verified"] = "true",
                ["iss"] = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE",
                ["aud"] = StackEnvironment.ClientId,
                ["token_use"] = "id",
                ["custom:api_key"] = ApiKey,
                ["exp"] = "Thu Jan 01 01:00:00 UTC 2026",
            },
        },
    };
}
