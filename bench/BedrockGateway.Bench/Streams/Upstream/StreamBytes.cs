using System.Text;

namespace BedrockGateway.Bench.Streams.Upstream;

/// <summary>A streamed reply of Bedrock's in four parts, each as it goes over the wire.</summary>
/// <param name="Opening">Head of the reply and all events up to the first piece of text.</param>
/// <param name="Delta">One event with a piece of text.</param>
/// <param name="Closing">All events after the last piece of text, and the end of the body.</param>
internal sealed record StreamBytes(byte[] Opening, byte[] Delta, byte[] Closing)
{
    private const string Word = " usage";

    /// <summary>ConverseStream's reply.</summary>
    public static StreamBytes Converse { get; } = Of(
        EventMessage.Of("contentBlockDelta", $$"""{"contentBlockIndex":0,"delta":{"text":"{{Word}}"},"p":"abcdefg"}"""),
        [EventMessage.Of("messageStart", """{"p":"abcdefghijklm","role":"assistant"}""")],
        [
            EventMessage.Of("contentBlockStop", """{"contentBlockIndex":0,"p":"abc"}"""),
            EventMessage.Of("messageStop", """{"p":"abcdef","stopReason":"end_turn"}"""),
            EventMessage.Of(
                "metadata",
                """
                {"metrics":{"latencyMs":512},"p":"ab","usage":{"inputTokens":42,"outputTokens":64,"totalTokens":106}}
                """),
        ]);

    /// <summary>InvokeModelWithResponseStream's reply by Claude.</summary>
    public static StreamBytes Claude { get; } = Of(
        EventMessage.Chunk(
            $$$"""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"{{{Word}}}"}}"""),
        [
            EventMessage.Chunk(
                """
                {"type":"message_start","message":{"model":"claude-sonnet-4-6","id":"msg_bdrk_01","type":"message",
                "role":"assistant","content":[],"stop_reason":null,"stop_sequence":null,
                "usage":{"input_tokens":42,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,
                "output_tokens":1}}}
                """),
            EventMessage.Chunk(
                """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"""),
        ],
        [
            EventMessage.Chunk("""{"type":"content_block_stop","index":0}"""),
            EventMessage.Chunk(
                """
                {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},
                "usage":{"output_tokens":64}}
                """),
            EventMessage.Chunk(
                """
                {"type":"message_stop","amazon-bedrock-invocationMetrics":{"inputTokenCount":42,"outputTokenCount":64,
                "invocationLatency":512,"firstByteLatency":128}}
                """),
        ]);

    private static StreamBytes Of(byte[] delta, byte[][] before, byte[][] after) => new(
        [.. Head(), .. before.SelectMany(message => message), .. delta],
        delta,
        [.. after.SelectMany(message => message), .. "0\r\n\r\n"u8]);

    private static byte[] Head() => Encoding.ASCII.GetBytes(
        """
        HTTP/1.1 200 OK
        Date: Thu, 01 Jan 2026 00:00:00 GMT
        Content-Type: application/vnd.amazon.eventstream
        Transfer-Encoding: chunked
        x-amzn-RequestId: 8476a536-e9f4-11e8-9739-2dfe598c3fcd


        """.ReplaceLineEndings("\r\n"));
}
