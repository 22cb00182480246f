namespace BedrockGateway.LocalAws.Lambda.RuntimeApi;

/// <summary>What the Runtime API answers to a post.</summary>
internal static class RuntimeApiReply
{
    public static Task AcceptedAsync(HttpContext http) =>
        WriteAsync(http, StatusCodes.Status202Accepted, """{"status":"OK"}"""u8.ToArray());

    public static Task FailedAsync(HttpContext http, int status, string type, string message) =>
        WriteAsync(http, status, LambdaError.Serialize(type, message));

    private static async Task WriteAsync(HttpContext http, int status, ReadOnlyMemory<byte> body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
