using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;
using Amazon.Lambda.RuntimeSupport.ResponseStreaming;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The runtime loop: take an event, run the handler, post what it returned or how it failed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html</remarks>
public class LambdaBootstrap : IDisposable
{
    private readonly LambdaBootstrapHandler _handler;
    private readonly LambdaBootstrapInitializer _initializer;
    private readonly ILambdaSerializer _serializer;
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly RuntimeEnvironment _environment;
    private readonly RuntimeApiClient _client;

    public LambdaBootstrap(
        HttpClient httpClient, LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handler, null, new(), initializer, ownsHttp: false)
    {
    }

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(ConstructHttpClient(), handler, null, new(), initializer, ownsHttp: true)
    {
    }

    public LambdaBootstrap(
        LambdaBootstrapHandler handler,
        LambdaBootstrapOptions lambdaBootstrapOptions,
        LambdaBootstrapInitializer initializer = null)
        : this(ConstructHttpClient(), handler, null, lambdaBootstrapOptions, initializer, ownsHttp: true)
    {
    }

    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(
            ConstructHttpClient(),
            handlerWrapper.Handler,
            handlerWrapper.Serializer,
            new(),
            initializer,
            ownsHttp: true)
    {
    }

    public LambdaBootstrap(
        HandlerWrapper handlerWrapper,
        LambdaBootstrapOptions lambdaBootstrapOptions,
        LambdaBootstrapInitializer initializer = null)
        : this(
            ConstructHttpClient(),
            handlerWrapper.Handler,
            handlerWrapper.Serializer,
            lambdaBootstrapOptions,
            initializer,
            ownsHttp: true)
    {
    }

    public LambdaBootstrap(
        HttpClient httpClient, HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handlerWrapper.Handler, handlerWrapper.Serializer, new(), initializer, ownsHttp: false)
    {
    }

    public LambdaBootstrap(
        HttpClient httpClient,
        HandlerWrapper handlerWrapper,
        LambdaBootstrapOptions lambdaBootstrapOptions,
        LambdaBootstrapInitializer initializer = null)
        : this(
            httpClient,
            handlerWrapper.Handler,
            handlerWrapper.Serializer,
            lambdaBootstrapOptions,
            initializer,
            ownsHttp: false)
    {
    }

    private LambdaBootstrap(
        HttpClient http,
        LambdaBootstrapHandler handler,
        ILambdaSerializer serializer,
        LambdaBootstrapOptions options,
        LambdaBootstrapInitializer initializer,
        bool ownsHttp)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(handler);
        // The Runtime API holds a poll until there is an event, however long that takes.
        http.Timeout = Timeout.InfiniteTimeSpan;
        _http = http;
        _ownsHttp = ownsHttp;
        _handler = handler;
        _serializer = serializer;
        _initializer = initializer;
        _environment = RuntimeEnvironment.Read(options.RuntimeApiEndpoint);
        _client = new RuntimeApiClient(http, _environment);
    }

    internal static string UserAgent { get; } = string.Concat(
        $"aws-lambda-dotnet/{Environment.Version}-{typeof(LambdaBootstrap).Assembly.GetName().Version}",
        RuntimeFeature.IsDynamicCodeSupported ? string.Empty : "-aot");

    public static HttpClient ConstructHttpClient()
    {
        var handler = new SocketsHttpHandler
        {
            RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            // The Runtime API is on this machine, whatever proxy the environment names.
            UseProxy = false,
        };
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Add("User-Agent", UserAgent);
        return client;
    }

    /// <summary>
    /// Runs until the token or SIGTERM ends it; invocations that have begun are finished first.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        MemoryLimit.Apply(_environment);
        ResponseSlot.Offer();
        if (_initializer is not null && !await InitializeAsync(cancellationToken))
        {
            return;
        }

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            // The process ends by itself when nothing is in progress any more.
            signal.Cancel = true;
            stopping.Cancel();
        });
        if (_environment.IsSnapStart)
        {
            await _client.AwaitRestoreAsync(stopping.Token);
        }

        await Task.WhenAll(Enumerable.Range(0, _environment.PollingTasks).Select(_ => PollAsync(stopping)));
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
        {
            return;
        }

        _client.Dispose();
        if (_ownsHttp)
        {
            _http.Dispose();
        }
    }

    private async Task<bool> InitializeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _initializer();
        }
        catch (Exception failure)
        {
            FunctionLog.Write(LogLevel.Error, null, null, failure);
            await _client.ReportInitializationErrorAsync(failure, cancellationToken);
            throw;
        }
    }

    private async Task PollAsync(CancellationTokenSource stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                using var invocation = await _client.GetNextInvocationAsync(stopping.Token);
                // What has begun is finished and posted: the token ends the polling only.
                await ProcessAsync(invocation, CancellationToken.None);
                if (_environment.RunOnce)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Asked to stop.
        }
        catch
        {
            // What one poll cannot go on from ends the process, so the others must not keep it alive.
            await stopping.CancelAsync();
            throw;
        }
    }

    private async Task ProcessAsync(InvocationRequest invocation, CancellationToken cancellationToken)
    {
        var context = (LambdaContext)invocation.LambdaContext;
        context.Serializer = _serializer;
        SetTraceId(context.TraceId);
        var slot = new ResponseSlot(_client, context.AwsRequestId);
        slot.Enter();
        InvocationResponse response;
        try
        {
            response = await _handler(invocation);
        }
        catch (Exception failure)
        {
            FunctionLog.Write(LogLevel.Error, context.AwsRequestId, null, failure);
            await (slot.Response is { HasStarted: true } started
                ? _client.FailResponseAsync(context.AwsRequestId, started, failure)
                : _client.ReportInvocationErrorAsync(context.AwsRequestId, failure, cancellationToken));
            return;
        }

        try
        {
            var output = response?.OutputStream ?? Stream.Null;
            await (slot.Response is { } streamed
                ? _client.CompleteResponseAsync(context.AwsRequestId, streamed)
                : _client.SendResponseAsync(context.AwsRequestId, output, cancellationToken));
        }
        finally
        {
            if (response is { DisposeOutputStream: true })
            {
                await response.OutputStream.DisposeAsync();
            }
        }
    }

    private void SetTraceId(string traceId)
    {
        if (!_environment.IsMultiConcurrency)
        {
            Environment.SetEnvironmentVariable(RuntimeEnvironment.TraceId, traceId);
        }

        LambdaTraceProvider.SetCurrentTraceId(traceId, _environment.IsMultiConcurrency);
    }
}
