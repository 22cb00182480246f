#nullable enable
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.ResponseStreaming;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Lambda Runtime API, as a runtime calls it.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html</remarks>
internal sealed class RuntimeApiClient(HttpClient http, RuntimeEnvironment environment) : IDisposable
{
    // A header longer than this is left out rather than have the whole report refused.
    private const int MaxTraceCauseBytes = 1024 * 1024;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(500);
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue LambdaError = new("application/vnd.aws.lambda.error+json");

    private readonly string _runtime = $"http://{environment.RuntimeApi}/2018-06-01/runtime";

    private readonly RuntimeApiConnections _connections = new(environment.RuntimeApi, TimeProvider.System);

    private int _isAnnounced;

    /// <summary>Waits for an event, and for a Runtime API that is not up yet or went away.</summary>
    public async Task<InvocationRequest> GetNextInvocationAsync(CancellationToken cancellationToken)
    {
        for (var delay = FirstDelay; ; delay = delay < LongestDelay / 2 ? delay * 2 : LongestDelay)
        {
            try
            {
                return await PollAsync(cancellationToken);
            }
            catch (HttpRequestException unreachable) when (IsConnectionLost(unreachable))
            {
                Announce(unreachable);
                await Task.Delay(delay, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Says that the process is ready for its snapshot, and returns when it runs from it; only with SnapStart.
    /// </summary>
    public async Task AwaitRestoreAsync(CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri($"{_runtime}/restore/next"), cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException(
                $"The Runtime API answered {(int)response.StatusCode} to the end of initialization.",
                null,
                response.StatusCode);
        }
    }

    /// <summary>
    /// Posts what the handler returned. A reply that is too large has failed already, and the process goes on.
    /// </summary>
    public async Task SendResponseAsync(string requestId, Stream output, CancellationToken cancellationToken)
    {
        using var content = ContentOf(output);
        content.Headers.ContentType = Json;
        await PostAsync($"/invocation/{requestId}/response", requestId, content, null, null, cancellationToken);
    }

    /// <summary>A response that is sent while the handler makes it; nothing is sent yet.</summary>
    public StreamedResponse OpenResponse(string requestId, byte[] prelude) =>
        new(_connections, environment.RuntimeApi, requestId, prelude);

    public Task CompleteResponseAsync(string requestId, StreamedResponse response) =>
        EndAsync(requestId, response.CompleteAsync);

    public Task FailResponseAsync(string requestId, StreamedResponse response, Exception failure) =>
        EndAsync(requestId, () => response.FailAsync(failure));

    public async Task ReportInvocationErrorAsync(
        string requestId, Exception failure, CancellationToken cancellationToken)
    {
        using var content = ErrorContent(failure);
        await PostAsync(
            $"/invocation/{requestId}/error",
            requestId,
            content,
            failure.GetType().Name,
            ErrorReport.TraceCause(failure),
            cancellationToken);
    }

    public async Task ReportInitializationErrorAsync(Exception failure, CancellationToken cancellationToken)
    {
        using var content = ErrorContent(failure);
        await PostAsync("/init/error", null, content, failure.GetType().Name, null, cancellationToken);
    }

    public void Dispose() => _connections.Dispose();

    private static async Task EndAsync(string requestId, Func<Task<HttpStatusCode>> end)
    {
        HttpStatusCode status;
        try
        {
            status = await end();
        }
        catch (IOException lost)
        {
            LogLost(requestId, lost);
            return;
        }

        Check(status, requestId);
    }

    private async Task<InvocationRequest> PollAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{_runtime}/invocation/next");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException(
                $"The Runtime API answered {(int)response.StatusCode} to a poll.", null, response.StatusCode);
        }

        // The event is ours from here on: whoever stops now still has it to answer.
        var payload = await response.Content.ReadAsByteArrayAsync(CancellationToken.None);
        return new InvocationRequest
        {
            InputStream = new MemoryStream(payload, 0, payload.Length, writable: false, publiclyVisible: true),
            LambdaContext = new LambdaContext(response.Headers, environment, TimeProvider.System),
        };
    }

    private async Task PostAsync(
        string path,
        string? requestId,
        HttpContent content,
        string? errorType,
        string? traceCause,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _runtime + path) { Content = content };
        if (errorType is not null)
        {
            request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", errorType);
        }

        if (traceCause is not null && Encoding.UTF8.GetByteCount(traceCause) < MaxTraceCauseBytes)
        {
            request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-XRay-Error-Cause", traceCause);
        }

        HttpStatusCode status;
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            status = response.StatusCode;
        }
        catch (HttpRequestException unreachable) when (IsConnectionLost(unreachable))
        {
            LogLost(requestId, unreachable);
            return;
        }

        Check(status, requestId);
    }

    // 400 and 413 concern this invocation alone; 403, 500 and the rest say that the process must not go on.
    private static void Check(HttpStatusCode status, string? requestId)
    {
        switch (status)
        {
            case HttpStatusCode.Accepted or HttpStatusCode.OK or HttpStatusCode.NoContent:
                break;
            case HttpStatusCode.RequestEntityTooLarge:
                FunctionLog.Write(LogLevel.Error, requestId, "The reply exceeds Lambda's payload limit.", null);
                break;
            case HttpStatusCode.BadRequest:
                FunctionLog.Write(LogLevel.Error, requestId, "The Runtime API did not take the result.", null);
                break;
            default:
                throw new HttpRequestException(
                    $"The Runtime API answered {(int)status}; the process cannot go on.", null, status);
        }
    }

    private static bool IsConnectionLost(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded or HttpRequestError.Unknown
        && failure.StatusCode is null;

    private static void LogLost(string? requestId, Exception unreachable) => FunctionLog.Write(
        LogLevel.Error, requestId, "The Runtime API went away before it had the result.", unreachable);

    private void Announce(HttpRequestException unreachable)
    {
        if (Interlocked.Exchange(ref _isAnnounced, 1) == 0)
        {
            FunctionLog.Write(
                LogLevel.Information,
                null,
                $"Waiting for the Runtime API at {environment.RuntimeApi}: {unreachable.Message}",
                null);
        }
    }

    private static HttpContent ContentOf(Stream output) =>
        output is MemoryStream memory && memory.TryGetBuffer(out var buffer)
            ? new ReadOnlyMemoryContent(buffer.AsMemory((int)memory.Position))
            : new StreamContent(output);

    private static ByteArrayContent ErrorContent(Exception failure)
    {
        var content = new ByteArrayContent(ErrorReport.Body(failure));
        content.Headers.ContentType = LambdaError;
        return content;
    }
}
