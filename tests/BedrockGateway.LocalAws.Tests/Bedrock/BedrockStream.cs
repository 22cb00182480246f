using System.Buffers.Binary;
using System.IO.Hashing;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>A streamed reply as it comes: one frame after the other, each checked against its checksums.</summary>
internal sealed class BedrockStream : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private HttpResponseMessage? _response;
    private Stream? _body;

    public HttpResponseMessage Response => _response!;

    /// <summary>Asks for a stream, and returns when its head has come.</summary>
    public static async Task<BedrockStream> OpenAsync(LocalAws aws, string modelId, string operation, string body)
    {
        var stream = new BedrockStream();
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(aws.Endpoint, $"/model/{Uri.EscapeDataString(modelId)}/{operation}"))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        var stopping = TestContext.Current.CancellationToken;
        stream._response = await stream._http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stopping);
        stream._body = await stream._response.Content.ReadAsStreamAsync(stopping);
        return stream;
    }

    /// <summary>All events of a reply, which ends well.</summary>
    public static async Task<IReadOnlyList<WireEvent>> ReadAllAsync(
        LocalAws aws, string modelId, string operation, string body)
    {
        await using var stream = await OpenAsync(aws, modelId, operation, body);
        Assert.Equal(HttpStatusCode.OK, stream.Response.StatusCode);
        Assert.Equal("application/vnd.amazon.eventstream", stream.Response.Content.Headers.ContentType?.ToString());
        List<WireEvent> events = [];
        while (await stream.NextAsync() is { } next)
        {
            events.Add(next);
        }

        return events;
    }

    /// <summary>The chunks of InvokeModelWithResponseStream, decoded.</summary>
    public static async Task<IReadOnlyList<JsonObject>> ReadChunksAsync(LocalAws aws, string modelId, string body) =>
        [.. (await ReadAllAsync(aws, modelId, "invoke-with-response-stream", body)).Select(chunk => chunk.Chunk)];

    /// <summary>The next event, or <see langword="null"/> at the end.</summary>
    /// <exception cref="IOException">The connection is cut.</exception>
    public async Task<WireEvent?> NextAsync()
    {
        var stopping = TestContext.Current.CancellationToken;
        var prelude = new byte[12];
        if (await _body!.ReadAtLeastAsync(prelude, prelude.Length, throwOnEndOfStream: false, stopping) == 0)
        {
            return null;
        }

        var frame = new byte[BinaryPrimitives.ReadInt32BigEndian(prelude)];
        prelude.CopyTo(frame, 0);
        await _body.ReadExactlyAsync(frame.AsMemory(prelude.Length), stopping);
        Assert.Equal(Crc32.HashToUInt32(frame.AsSpan(0, 8)), BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(8)));
        Assert.Equal(
            Crc32.HashToUInt32(frame.AsSpan(0, frame.Length - 4)),
            BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(frame.Length - 4)));
        return Parse(frame);
    }

    public ValueTask DisposeAsync()
    {
        _body?.Dispose();
        _response?.Dispose();
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static WireEvent Parse(ReadOnlySpan<byte> frame)
    {
        var payloadStart = 12 + BinaryPrimitives.ReadInt32BigEndian(frame[4..]);
        var headers = new Dictionary<string, string>();
        for (var rest = frame[12..payloadStart]; rest.Length > 0;)
        {
            var name = Encoding.UTF8.GetString(rest.Slice(1, rest[0]));
            rest = rest[(1 + rest[0] + 1)..];
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest);
            headers[name] = Encoding.UTF8.GetString(rest.Slice(2, length));
            rest = rest[(2 + length)..];
        }

        var body = JsonNode.Parse(frame[payloadStart..^4])!.AsObject();
        return new(
            headers[":message-type"], headers.GetValueOrDefault(":event-type") ?? headers[":exception-type"], body);
    }
}

/// <param name="MessageType"><c>event</c> or <c>exception</c>.</param>
/// <param name="Type">Which of them.</param>
/// <param name="Body">The payload.</param>
internal sealed record WireEvent(string MessageType, string Type, JsonObject Body)
{
    /// <summary>The model's own JSON in a <c>chunk</c>.</summary>
    public JsonObject Chunk => JsonNode.Parse(Convert.FromBase64String((string)Body["bytes"]!))!.AsObject();

    /// <summary>Name and payload without padding: <c>messageStart {"role":"assistant"}</c>.</summary>
    public string Text
    {
        get
        {
            var body = Body.DeepClone().AsObject();
            Assert.Matches("^[a-zA-Z0-9]+$", (string?)body["p"]);
            body.Remove("p");
            return $"{Type} {body.ToJsonString()}";
        }
    }
}
