using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace BedrockGateway.LocalAws.Lambda.RuntimeApi;

/// <summary><c>GET /runtime/invocation/next</c>: a process waits for an event, as long as it takes.</summary>
internal sealed class NextInvocation(FunctionRuntime runtime, CancellationToken stopping)
{
    private static readonly object ProcessKey = new();

    public async Task HandleAsync(HttpContext http)
    {
        runtime.NotePoll();
        var process = FindProcess(http);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            var invocation = await runtime.Queue.TakeAsync(leaving.Token);
            if (!await TryHandOverAsync(http, invocation))
            {
                runtime.GiveBack(invocation);
                return;
            }

            runtime.ConfirmStart(invocation, process);
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The process went away, or the emulator does.
            http.Abort();
        }
    }

    /// <returns><see langword="false"/> where the process left before it had the event.</returns>
    private async Task<bool> TryHandOverAsync(HttpContext http, Invocation invocation)
    {
        var deadlineMs = runtime.Begin(invocation);
        if (HasLeft(http))
        {
            return false;
        }

        var headers = http.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = deadlineMs.ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = invocation.Target.Arn;
        headers["Lambda-Runtime-Trace-Id"] = invocation.TraceId;
        if (invocation.ClientContext is not null)
        {
            headers["Lambda-Runtime-Client-Context"] = invocation.ClientContext;
        }

        http.Response.ContentType = "application/json";
        http.Response.ContentLength = invocation.Payload.Length;
        try
        {
            await http.Response.Body.WriteAsync(invocation.Payload, http.RequestAborted);
            return true;
        }
        catch (Exception lost) when (lost is IOException or OperationCanceledException)
        {
            return false;
        }
    }

    // The server learns of a closed connection a moment late, so the socket itself is asked: readable with nothing to
    // read
    // means that the other end has closed it.
    private static bool HasLeft(HttpContext http)
    {
        try
        {
            return http.RequestAborted.IsCancellationRequested
                || (http.Features.Get<IConnectionSocketFeature>() is { Socket: var socket }
                    && socket.Poll(TimeSpan.Zero, SelectMode.SelectRead)
                    && socket.Available == 0);
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            return true;
        }
    }

    // Looked up once a connection: a process polls many times on the same one.
    private Task<PollingProcess?> FindProcess(HttpContext http)
    {
        var items = http.Features.GetRequiredFeature<IConnectionItemsFeature>().Items;
        if (items.TryGetValue(ProcessKey, out var found))
        {
            return (Task<PollingProcess?>)found!;
        }

        var search = runtime.Processes.FindAsync(http.Connection.RemotePort, http.Connection.LocalPort, stopping);
        items[ProcessKey] = search;
        return search;
    }
}
