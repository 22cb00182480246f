using System.Net;

namespace BedrockGateway.Api.Tests.Fakes;

/// <summary>Asserts a whole reply: status, media type and body to the letter.</summary>
internal static class ReplyAssert
{
    public static async Task IsAsync(this HttpResponseMessage reply, int status, string body)
    {
        var text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode)status, reply.StatusCode);
        Assert.Equal(body, text);
        Assert.Equal("application/json", reply.Content.Headers.ContentType?.ToString());
    }

    public static Task FailsAsync(this HttpResponseMessage reply, int status, string message) =>
        reply.IsAsync(status, $$"""{"status":{{status}},"success":false,"message":"{{message}}"}""");

    public static Task IsRefusedAsync(this HttpResponseMessage reply, int status, string type, string message) =>
        reply.IsAsync(
            status,
            $$$"""
            {"message":"{{{message}}}","status":{{{status}}},"success":false,"type":"error",
            "error":{"type":"{{{type}}}","code":"{{{type}}}","message":"{{{message}}}"}}
            """.ReplaceLineEndings(""));
}
