using System.Globalization;
using BedrockGateway.Api.Errors;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Hosting;

/// <summary>The one edge where exceptions become replies, and where a request runs out of time.</summary>
internal sealed partial class FaultEdge(
    RequestDelegate next, IOptions<RequestOptions> options, TimeProvider clock, ILogger<FaultEdge> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var client = http.RequestAborted;
        using var budget = new CancellationTokenSource(RequestBudget.Of(http, options.Value), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(client, budget.Token);
        http.RequestAborted = either.Token;
        http.Features.Set(new ClientConnection(client));
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (client.IsCancellationRequested)
        {
            SayClosed(http);
        }
#pragma warning disable CA1031 // Whatever a route throws, the client gets its dialect's error and the log a line.
        catch (Exception fault)
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

    // For the log: nobody reads it.
    private static void SayClosed(HttpContext http)
    {
        if (!http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
    }

    private async Task AnswerAsync(HttpContext http, Exception fault)
    {
        var report = FaultReport.Of(fault);
        if (report.Status == StatusCodes.Status500InternalServerError && report.AwsCode is null)
        {
            // Type and frames only: a message may quote what the client sent.
            LogDefect(RequestId.Of(http), fault.GetType().FullName, fault.StackTrace);
        }
        else
        {
            LogFault(RequestId.Of(http), report.AwsCode ?? fault.GetType().Name, report.Status);
        }

        var dialect = http.GetEndpoint()?.Metadata.GetMetadata<IErrorDialect>() ?? GatewayDialect.Instance;
        if (http.Response.HasStarted)
        {
            // What has gone out is a stream: it ends with the error.
            dialect.WriteEvent(http.Response.BodyWriter, http, report);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
            return;
        }

        if (report.RetryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter =
                Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        // A deadline that passes meanwhile would take back half of the answer. It is small, and waits for nobody.
        http.RequestAborted = CancellationToken.None;
        await dialect.AnswerAsync(http, report);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{RequestId} failed with {Fault}, answered {Status}")]
    private partial void LogFault(string requestId, string fault, int status);

    [LoggerMessage(Level = LogLevel.Error, Message = "{RequestId} failed with {Fault} at {Frames}")]
    private partial void LogDefect(string requestId, string? fault, string? frames);
}
