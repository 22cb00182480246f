using System.Text.Json.Nodes;

namespace BedrockGateway.Connect.Proxy;

/// <summary>What this program itself answers when it cannot pass a request on, in the gateway's common body.</summary>
internal static class ErrorBody
{
    public static Task AnswerAsync(HttpContext http, int status, string type, string message)
    {
        var body = new JsonObject
        {
            ["message"] = message,
            ["status"] = status,
            ["success"] = false,
            ["type"] = "error",
            ["error"] = new JsonObject { ["type"] = type, ["code"] = type, ["message"] = message },
        };
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }
}
