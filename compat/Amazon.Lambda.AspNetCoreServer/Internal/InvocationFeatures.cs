using System.Collections;
using System.IO.Pipelines;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;

namespace Amazon.Lambda.AspNetCoreServer.Internal;

/// <summary>The features of one request: one object is all of them, so that a request costs one allocation.</summary>
internal sealed class InvocationFeatures :
    IFeatureCollection,
    IItemsFeature,
    IHttpAuthenticationFeature,
    IHttpRequestFeature,
    IHttpRequestBodyDetectionFeature,
    IHttpRequestIdentifierFeature,
    IHttpRequestLifetimeFeature,
    IHttpResponseFeature,
    IHttpResponseBodyFeature,
    IHttpConnectionFeature,
    ITlsConnectionFeature,
    IDisposable
{
    // Timers take no more than 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly CancellationTokenSource _aborted = new();

    // Filled until the reply leaves whole, or a stream; which of the two, the first who writes finds out.
    private ResponseBuffer? _body;
    private StreamedBody? _streamedBody;

    // Features that others set, and with null those of ours that they took away.
    private Dictionary<Type, object?>? _replaced;
    private List<(Func<object, Task> Callback, object State)>? _onStarting;
    private List<(Func<object, Task> Callback, object State)>? _onCompleted;
    private Stream? _bodyStream;
    private bool _isAborted;

    public bool IsReadOnly => false;

    public int Revision { get; private set; }

    public IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

    public ClaimsPrincipal? User { get; set; }

    public string Protocol { get; set; } = "HTTP/1.1";

    public string Scheme { get; set; } = "https";

    public string Method { get; set; } = HttpMethods.Get;

    public string PathBase { get; set; } = string.Empty;

    public string Path { get; set; } = string.Empty;

    public string QueryString { get; set; } = string.Empty;

    public string RawTarget { get; set; } = string.Empty;

    IHeaderDictionary IHttpRequestFeature.Headers { get; set; } = new HeaderDictionary();

    Stream IHttpRequestFeature.Body { get; set; } = Stream.Null;

    public bool CanHaveBody => ((IHttpRequestFeature)this).Body is { Length: > 0 };

    public CancellationToken RequestAborted { get; set; }

    public string TraceIdentifier { get; set; } = string.Empty;

    public int StatusCode { get; set; } = StatusCodes.Status200OK;

    public string? ReasonPhrase { get; set; }

    IHeaderDictionary IHttpResponseFeature.Headers { get; set; } = new HeaderDictionary();

    Stream IHttpResponseFeature.Body
    {
        get => Stream;
        set => _bodyStream = value;
    }

    public bool HasStarted { get; private set; }

    public Stream Stream => _bodyStream ??= Writer.AsStream(leaveOpen: true);

    public PipeWriter Writer => IsStreamed ? Streamed : Buffered;

    public string ConnectionId { get; set; } = string.Empty;

    public IPAddress? RemoteIpAddress { get; set; }

    public IPAddress? LocalIpAddress { get; set; }

    public int RemotePort { get; set; }

    public int LocalPort { get; set; }

    public X509Certificate2? ClientCertificate { get; set; }

    /// <summary>Whether the reply leaves while it is written. Default no: it leaves whole.</summary>
    public bool IsStreamed { get; init; }

    /// <summary>What has been written of the reply's body, where it leaves whole.</summary>
    public ReadOnlySpan<byte> WrittenBody => Buffered.Written;

    private ResponseBuffer Buffered => _body ??= new();

    private StreamedBody Streamed => _streamedBody ??= new(this);

    public object? this[Type key]
    {
        get => _replaced?.TryGetValue(key, out var feature) is true
            ? feature
            : key.IsInstanceOfType(this) ? this : null;
        set
        {
            (_replaced ??= [])[key] = value;
            Revision++;
        }
    }

    public TFeature? Get<TFeature>() =>
        _replaced?.TryGetValue(typeof(TFeature), out var feature) is true
            ? (TFeature?)feature
            : this is TFeature own ? own : default;

    public void Set<TFeature>(TFeature? instance) => this[typeof(TFeature)] = instance;

    public void OnStarting(Func<object, Task> callback, object state) => (_onStarting ??= []).Add((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state) => (_onCompleted ??= []).Add((callback, state));

    /// <summary>Aborts the request when Lambda would end it; an event without a deadline has all the time.</summary>
    public void AbortAfter(TimeSpan remaining)
    {
        RequestAborted = _aborted.Token;
        if (remaining > TimeSpan.Zero)
        {
            _aborted.CancelAfter(remaining < LongestWait ? remaining : LongestWait);
        }
    }

    public void Abort()
    {
        _isAborted = true;
        _aborted.Cancel();
    }

    /// <summary>Nobody is there any more to take the reply.</summary>
    public void Lose() => _aborted.Cancel();

    /// <exception cref="IOException">The application has aborted the request.</exception>
    public void ThrowIfAborted()
    {
        if (_isAborted)
        {
            throw new IOException("The application aborted the reply.");
        }
    }

    /// <summary>Makes the reply a bare 500, of which nothing has left yet.</summary>
    /// <param name="told">What the client is to read of it; <see langword="null"/> for nothing.</param>
    public void Fail(Exception? told)
    {
        StatusCode = StatusCodes.Status500InternalServerError;
        ((IHttpResponseFeature)this).Headers = new HeaderDictionary();
        _onStarting = null;
        Streamed.Replace(told is null ? [] : Encoding.UTF8.GetBytes($"{told.GetType().Name}:\n{told}"));
    }

    public void Dispose() => _aborted.Dispose();

    /// <summary>
    /// A reply that leaves whole does so when the pipeline is done, and headers stay open for callbacks until then. One
    /// that is streamed has its status and headers fixed here; as on Kestrel, they leave with the next flush.
    /// </summary>
    public Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (IsStreamed && !HasStarted)
        {
            return StartStreamAsync();
        }

        HasStarted = true;
        return Task.CompletedTask;
    }

    public void DisableBuffering()
    {
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(Stream, path, offset, count, cancellationToken);

    public Task CompleteAsync() => IsStreamed ? Streamed.FlushAsync().AsTask() : Task.CompletedTask;

    public Task<X509Certificate2?> GetClientCertificateAsync(CancellationToken cancellationToken) =>
        Task.FromResult(ClientCertificate);

    public Task FireStartingAsync() => FireAsync(_onStarting);

    public Task FireCompletedAsync() => FireAsync(_onCompleted);

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator()
    {
        foreach (var (type, feature) in _replaced ?? [])
        {
            if (feature is not null)
            {
                yield return new(type, feature);
            }
        }

        foreach (var type in OwnTypes)
        {
            if (_replaced?.ContainsKey(type) is not true)
            {
                yield return new(type, this);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static Type[] OwnTypes { get; } =
    [
        typeof(IItemsFeature),
        typeof(IHttpAuthenticationFeature),
        typeof(IHttpRequestFeature),
        typeof(IHttpRequestBodyDetectionFeature),
        typeof(IHttpRequestIdentifierFeature),
        typeof(IHttpRequestLifetimeFeature),
        typeof(IHttpResponseFeature),
        typeof(IHttpResponseBodyFeature),
        typeof(IHttpConnectionFeature),
        typeof(ITlsConnectionFeature),
    ];

    private async Task StartStreamAsync()
    {
        await FireStartingAsync();
        HasStarted = true;
        if (((IHttpResponseFeature)this).Headers is HeaderDictionary headers)
        {
            headers.IsReadOnly = true;
        }
    }

    private static async Task FireAsync(List<(Func<object, Task> Callback, object State)>? callbacks)
    {
        // By index: a callback may register another.
        for (var i = 0; i < callbacks?.Count; i++)
        {
            await callbacks[i].Callback(callbacks[i].State);
        }
    }
}
