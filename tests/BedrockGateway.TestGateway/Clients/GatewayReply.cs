using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.TestGateway.Clients;

/// <summary>What the gateway answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The whole body.</param>
/// <param name="Headers">The headers, of the body too.</param>
internal sealed record GatewayReply(HttpStatusCode Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>Status and body, to compare both at once.</summary>
    public (int Status, string Body) Whole => ((int)Status, Body);

    /// <summary>What the API says about a failure.</summary>
    public static (int Status, string Body) Failure(int status, string message) =>
        (status, $$"""{"status":{{status}},"success":false,"message":"{{message}}"}""");

    /// <summary>What the gateway itself says about a failure, in the words of every dialect.</summary>
    public static (int Status, string Body) Rejection(int status, string type, string message) =>
        (status,
            $$$"""
            {"message":"{{{message}}}","status":{{{status}}},"success":false,"type":"error",
            "error":{"type":"{{{type}}}","code":"{{{type}}}","message":"{{{message}}}"}}
            """.ReplaceLineEndings(""));
}
