using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Hosting;

/// <summary>The one edge where exceptions become replies, and where a request runs out of time.</summary>
internal sealed partial class FaultEdge(
    RequestDelegate next, IOptions<RequestOptions> options, TimeProvider clock, ILogger<FaultEdge> log)
{
    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);

    public async Task InvokeAsync(HttpContext http)
    {
        var client = http.RequestAborted;
        using var budget = new CancellationTokenSource(RequestBudget.Of(http, _timeout), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(client, budget.Token);
        http.RequestAborted = either.Token;
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (client.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
#pragma warning disable CA1031 // Whatever a route throws, the client gets an envelope and the log a line.
        catch (Exception fault) when (!http.Response.HasStarted)
#pragma warning restore CA1031
        {
            http.RequestAborted = client;
            await AnswerAsync(http, fault);
        }
        finally
        {
            http.RequestAborted = client;
        }
    }

    private Task AnswerAsync(HttpContext http, Exception fault)
    {
        var reply = FaultReply.Of(fault);
        if (reply.Status == StatusCodes.Status500InternalServerError)
        {
            // Type and frames only: a message may quote what the client sent.
            LogDefect(RequestId.Of(http), fault.GetType().FullName, fault.StackTrace);
        }
        else
        {
            LogFault(RequestId.Of(http), fault.GetType().Name, reply.Status);
        }

        return reply.ExecuteAsync(http);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{RequestId} failed with {Fault}, answered {Status}")]
    private partial void LogFault(string requestId, string fault, int status);

    [LoggerMessage(Level = LogLevel.Error, Message = "{RequestId} failed with {Fault} at {Frames}")]
    private partial void LogDefect(string requestId, string? fault, string? frames);
}
