using System.Diagnostics;
using System.Text.Json;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Telemetry;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Calls;

/// <summary>A model's reply while it comes in, and what is known of the call; told of at its end.</summary>
internal sealed class ModelExchange(
    ModelAsk ask,
    string modelId,
    string requestId,
    RequestOptions options,
    ModelObserver observer,
    Activity? span,
    TimeProvider clock) : IAsyncDisposable
{
    // Above what any model answers with: the longest images and embeddings.
    private const int MaxBytes = 64 * 1024 * 1024;

    private readonly long _started = clock.GetTimestamp();
    private readonly ReplyMeter _meter = new();
    private readonly ChunkBytes _chunk = new();
    private BedrockReply? _reply;
    private EventStreamReader? _events;
    private Patience? _patience;
    private TimeSpan? _firstToken;
    private CallFailure? _failure;
    private JsonElement? _body;
    private bool _isFinished;

    public ModelAsk Ask => ask;

    /// <summary>The model that was called, which an alias, a profile or a failure may have made another.</summary>
    public string ModelId { get; set; } = modelId;

    /// <summary>What the call has used, as far as the reply has said.</summary>
    public Tokens Tokens => _meter.Tokens;

    /// <summary>Why the model ended; <see langword="null"/> as long as it has not said.</summary>
    public string? FinishReason => _meter.FinishReasons is [var reason, ..] ? reason : null;

    /// <summary>The reply's headers.</summary>
    public IReadOnlyDictionary<string, string> Headers => _reply!.Headers;

    /// <summary>What was written, for whoever captures content.</summary>
    public string? Text { get; set; }

    public void Take(BedrockReply reply)
    {
        _reply = reply;
        _meter.Read(reply.Headers);
    }

    /// <summary>Reads a reply that is no stream.</summary>
    /// <exception cref="BedrockFault">The model was silent for too long, or its reply broke off.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var patience = PatienceOf(cancellationToken);
            var buffer = new MemoryStream(LengthOf(_reply!));
            var (body, part) = (_reply!.Body, new byte[16 * 1024]);
            while (await patience.WaitAsync(
                (body, part), static (from, stop) => from.body.ReadAsync(from.part, stop)) is > 0 and var read)
            {
                await buffer.WriteAsync(part.AsMemory(0, read), cancellationToken);
                if (buffer.Length > MaxBytes)
                {
                    throw ReplyFault.TooLong();
                }
            }

            return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        }
        catch (Exception fault) when (ReplyFault.Find(fault) is { } told)
        {
            Fail(told);
            throw told;
        }
        catch (Exception fault)
        {
            Fail(fault);
            throw;
        }
    }

    /// <summary>The next event of a stream; of <c>chunk</c> events the payload is the model's own JSON.</summary>
    /// <returns><see langword="null"/> at the end.</returns>
    /// <exception cref="BedrockFault">
    /// Bedrock ended the stream with an error, the model was silent, or the stream broke off or is none.
    /// </exception>
    public async ValueTask<EventFrame?> NextAsync(CancellationToken cancellationToken)
    {
        _events ??= new(_reply!.Body);
        try
        {
            if (!_events.TryRead(out var frame))
            {
                var next = await PatienceOf(cancellationToken).WaitAsync(
                    _events, static (events, stop) => events.ReadAsync(stop));
                if (next is null)
                {
                    return null;
                }

                frame = next.Value;
            }

            if (frame.IsException)
            {
                throw BedrockFault.InStream(frame.Type, frame.Payload.ToArray());
            }

            _firstToken ??= frame.Type is "messageStart" ? null : clock.GetElapsedTime(_started);
            var opened = frame.Type is "chunk" ? frame with { Payload = _chunk.Decode(frame.Payload) } : frame;
            _meter.Read(opened);
            return opened;
        }
        catch (Exception fault) when (ReplyFault.Find(fault) is { } told)
        {
            Fail(told);
            throw told;
        }
        catch (Exception fault)
        {
            Fail(fault);
            throw;
        }
    }

    /// <summary>Reads out of a whole reply what the call used; says that the reply is complete.</summary>
    public void Finish(JsonElement body)
    {
        _body = body;
        _meter.Read(body);
        Finish();
    }

    /// <summary>Says that the reply has come to its end, and gone to the client.</summary>
    public void Finish() => _isFinished = true;

    public void Fail(Exception fault) => Fail(CallFailure.Of(fault));

    public void Fail(CallFailure failure) => _failure ??= failure;

    public async ValueTask DisposeAsync()
    {
        _patience?.Dispose();
        if (_reply is not null)
        {
            await _reply.DisposeAsync();
        }

        var failure = _failure ?? (_isFinished ? null : CallFailure.Aborted);
        var call = new ModelCall(ask, ModelId, requestId, clock.GetElapsedTime(_started), Tokens, failure)
        {
            TimeToFirstToken = _firstToken,
            FinishReasons = _meter.FinishReasons,
            ResponseModel = _meter.Model,
            Reply = _body,
            Text = Text,
        };
        observer.Observe(call, span);
        span?.Dispose();
    }

    // One for all events of a stream, which are waited for with one token.
    private Patience PatienceOf(CancellationToken request)
    {
        if (_patience?.Request != request)
        {
            _patience?.Dispose();
            _patience = new(options, clock, request);
        }

        return _patience;
    }

    // The length is the other side's word: it sizes the buffer only within reason.
    private static int LengthOf(BedrockReply reply) =>
        reply.Headers.TryGetValue("Content-Length", out var text) && int.TryParse(text, out var length)
            ? Math.Clamp(length, 0, 1024 * 1024)
            : 4096;
}
