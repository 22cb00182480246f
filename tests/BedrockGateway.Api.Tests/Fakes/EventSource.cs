using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.IO.Pipelines;
using System.Text;

namespace BedrockGateway.Api.Tests.Fakes;

/// <summary>An event stream of Bedrock's, written by a test event by event.</summary>
internal sealed class EventSource
{
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 0));

    /// <summary>Completed when whoever reads it has gone.</summary>
    public Task Closed => _closed.Task;

    public Stream Open()
    {
#pragma warning disable CS0618 // The documented way to be told in a test.
        _pipe.Writer.OnReaderCompleted((_, _) => _closed.TrySetResult(), state: null);
#pragma warning restore CS0618
        return _pipe.Reader.AsStream();
    }

    /// <summary>Writes one event of Converse's.</summary>
    public EventSource Event(string type, string payload) => Frame("event", ":event-type", type, payload);

    /// <summary>Writes one event of InvokeModel's with a piece of the model's own JSON.</summary>
    public EventSource Chunk(string json) => Event(
        "chunk", $$"""{"bytes":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(json))}}","p":"abcdefgh"}""");

    /// <summary>Writes an error, as which a stream of Bedrock's may end.</summary>
    public EventSource Exception(string type, string message) =>
        Frame("exception", ":exception-type", type, $$"""{"message":"{{message}}"}""");

    /// <summary>Writes what is no event.</summary>
    public EventSource Bytes(ReadOnlySpan<byte> bytes)
    {
        _pipe.Writer.Write(bytes);
        return this;
    }

    /// <summary>Writes half an event, and ends: the connection broke.</summary>
    public void Break()
    {
        Bytes([0, 0, 0, 100, 0, 0]).End();
    }

    public void End() => _pipe.Writer.Complete();

    /// <summary>A whole reply of Converse's: one text.</summary>
    public EventSource Answer(string text, string stopReason = "end_turn")
    {
        Event("messageStart", """{"role":"assistant"}""");
        Event("contentBlockDelta", $$$"""{"contentBlockIndex":0,"delta":{"text":"{{{text}}}"}}""");
        Event("contentBlockStop", """{"contentBlockIndex":0}""");
        Event("messageStop", $$"""{"stopReason":"{{stopReason}}"}""");
        Event(
            "metadata",
            """{"metrics":{"latencyMs":7},"usage":{"inputTokens":11,"outputTokens":2,"totalTokens":13}}""");
        End();
        return this;
    }

    private EventSource Frame(string kind, string typeHeader, string type, string payload)
    {
        byte[] headers =
        [
            .. Header(typeHeader, type),
            .. Header(":content-type", "application/json"),
            .. Header(":message-type", kind),
        ];
        var body = Encoding.UTF8.GetBytes(payload);
        var frame = new byte[12 + headers.Length + body.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), headers.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Crc32.HashToUInt32(frame.AsSpan(0, 8)));
        headers.CopyTo(frame, 12);
        body.CopyTo(frame, 12 + headers.Length);
        BinaryPrimitives.WriteUInt32BigEndian(
            frame.AsSpan(frame.Length - 4), Crc32.HashToUInt32(frame.AsSpan(0, frame.Length - 4)));
        _pipe.Writer.WriteAsync(frame).AsTask().GetAwaiter().GetResult();
        return this;
    }

    private static byte[] Header(string name, string value) =>
    [
        (byte)name.Length,
        .. Encoding.ASCII.GetBytes(name),
        7,
        (byte)(value.Length >> 8),
        (byte)value.Length,
        .. Encoding.ASCII.GetBytes(value),
    ];
}
