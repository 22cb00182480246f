using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BedrockGateway.Api.Wire;

/// <summary>Server-sent events to a client, each of which leaves when it is flushed.</summary>
/// <remarks>Source: https://html.spec.whatwg.org/multipage/server-sent-events.html</remarks>
internal sealed class EventWriter(HttpResponse response) : IDisposable
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly Utf8JsonWriter _json = new(Stream.Null, Options);

    private PipeWriter Output => response.BodyWriter;

    /// <summary>Says that the reply is a stream of events. Nothing is sent yet.</summary>
    public void Start()
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-cache";

        // Proxies that buffer replies know this name.
        response.Headers["X-Accel-Buffering"] = "no";
    }

    /// <summary>Writes an event with one JSON value for data.</summary>
    /// <param name="name">Name of the event; empty for none.</param>
    /// <param name="state">What the value is made of.</param>
    /// <param name="write">Writes the value.</param>
    public void Write<TState>(ReadOnlySpan<byte> name, TState state, Action<Utf8JsonWriter, TState> write)
    {
        Begin(name);
        _json.Reset(Output);
        write(_json, state);
        _json.Flush();
        Output.Write("\n\n"u8);
    }

    /// <summary>Writes an event with data that is there already.</summary>
    /// <param name="name">Name of the event; empty for none.</param>
    /// <param name="data">JSON or a word.</param>
    public void Write(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Begin(name);

        // JSON has line breaks only between its tokens, and an event none at all.
        while (data.IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and var end)
        {
            Output.Write(data[..end]);
            data = data[(end + 1)..];
        }

        Output.Write(data);
        Output.Write("\n\n"u8);
    }

    /// <exception cref="OperationCanceledException">The client is gone, or the time is up.</exception>
    public async ValueTask FlushAsync(CancellationToken cancellationToken) =>
        await Output.FlushAsync(cancellationToken);

    public void Dispose() => _json.Dispose();

    private void Begin(ReadOnlySpan<byte> name)
    {
        if (!name.IsEmpty)
        {
            Output.Write("event: "u8);
            Output.Write(name);
            Output.Write("\n"u8);
        }

        Output.Write("data: "u8);
    }
}
