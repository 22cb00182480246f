using System.Globalization;
using System.Text;

namespace BedrockGateway.Bench.Streams.Upstream;

/// <summary>Replies that are no streams, head and body, as they go over the wire.</summary>
internal static class WholeReplies
{
    private const string Text = "A usage plan limits how many requests each key may send in a second, how many of them "
        + "may come at once, and how many there may be in a day, a week or a month.";

    /// <summary>Converse's.</summary>
    public static byte[] Converse { get; } = Json(
        $$$"""
        {"metrics":{"latencyMs":512},"output":{"message":{"content":[{"text":"{{{Text}}}"}],"role":"assistant"}},
        "stopReason":"end_turn","usage":{"inputTokens":42,"outputTokens":38,"totalTokens":80}}
        """);

    /// <summary>InvokeModel's by Claude.</summary>
    public static byte[] Claude { get; } = Json(
        $$$"""
        {"model":"claude-sonnet-4-6","id":"msg_bdrk_01","type":"message","role":"assistant",
        "content":[{"type":"text","text":"{{{Text}}}"}],"stop_reason":"end_turn","stop_sequence":null,
        "usage":{"input_tokens":42,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,"output_tokens":38}}
        """);

    /// <summary>InvokeModel's by Titan Text Embeddings, of 1,024 numbers.</summary>
    public static byte[] Embedding { get; } = Json($$"""{"embedding":[{{Vector()}}],"inputTextTokenCount":12}""");

    /// <summary>A reply of 200 with a body of JSON.</summary>
    public static byte[] Json(string body)
    {
        var head = $"""
            HTTP/1.1 200 OK
            Date: Thu, 01 Jan 2026 00:00:00 GMT
            Content-Type: application/json
            Content-Length: {Encoding.UTF8.GetByteCount(body)}
            x-amzn-RequestId: 8476a536-e9f4-11e8-9739-2dfe598c3fcd


            """.ReplaceLineEndings("\r\n");
        return Encoding.UTF8.GetBytes(head + body);
    }

    private static string Vector() => string.Join(
        ',', Enumerable.Range(1, 1024).Select(index => Math.Sin(index).ToString("F7", CultureInfo.InvariantCulture)));
}
