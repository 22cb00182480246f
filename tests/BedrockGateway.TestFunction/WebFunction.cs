using System.Globalization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.AspNetCoreServer;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Microsoft.AspNetCore.Http.Features;

namespace BedrockGateway.TestFunction;

/// <summary>An ASP.NET Core application behind a REST API.</summary>
internal static class WebFunction
{
    public static WebApplication Build(string[] args, bool isStreamed)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddAWSLambdaHosting(
            LambdaEventSource.RestApi,
            new SourceGeneratorLambdaJsonSerializer<FunctionJsonContext>(),
            options =>
            {
                options.RegisterResponseContentEncodingForContentType("text/raw", ResponseContentEncoding.Base64);
                options.IncludeUnhandledExceptionDetailInResponse = true;
                options.PostMarshallItemsFeature =
                    (items, _, context) => items.Items["arn"] = context.InvokedFunctionArn;
#pragma warning disable CA2252 // Response streaming is in preview in the versions that the solution pins.
                options.EnableResponseStreaming = isStreamed;
#pragma warning restore CA2252
            });
        var app = builder.Build();
        var meeting = new Meeting();
        app.Map("/echo/{**rest}", (RequestDelegate)EchoAsync);
        app.MapGet("/raw", (RequestDelegate)(http => WriteAsync(http, "text/raw; charset=utf-8")));
        app.MapGet("/bytes", (RequestDelegate)(http => WriteAsync(http, "application/octet-stream")));
        app.MapGet("/nothing", (RequestDelegate)(http =>
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }));
        app.MapGet("/cookies", (RequestDelegate)SetCookiesAsync);
        app.MapGet("/fail", (RequestDelegate)(_ => throw new InvalidOperationException("The endpoint failed.")));
        app.MapGet("/meet/{count}", (RequestDelegate)(http => meeting.JoinAsync(http)));
        app.MapGet("/traces/{count}", (RequestDelegate)(http => TellTraceAsync(http, meeting)));
        app.MapGet("/deadline", (RequestDelegate)AwaitDeadlineAsync);
        app.MapGet("/until-stopped", (RequestDelegate)(http => AwaitStopAsync(http, app.Lifetime)));
        app.MapGet("/large/{bytes}", (RequestDelegate)WriteManyAsync);
        app.MapStreams();
        return app;
    }

    private static async Task EchoAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        var request = http.Items[AbstractAspNetCoreFunction.LAMBDA_REQUEST_OBJECT] as APIGatewayProxyRequest;
        var context = http.Items[AbstractAspNetCoreFunction.LAMBDA_CONTEXT] as ILambdaContext;
        var reply = new EchoReply(
            http.Request.Method,
            http.Request.Scheme,
            http.Request.PathBase.Value ?? string.Empty,
            http.Request.Path.Value ?? string.Empty,
            http.Request.QueryString.ToString(),
            http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            http.Request.Host.ToString(),
            body,
            http.Request.ContentLength,
            string.Join('|', [.. http.Request.Headers["X-Color"]]),
            http.Connection.RemoteIpAddress?.ToString(),
            http.Connection.RemotePort,
            http.TraceIdentifier,
            http.User.FindFirst("sub")?.Value,
            http.User.Identity?.IsAuthenticated is true,
            request?.Resource,
            http.Items["arn"] as string == context?.InvokedFunctionArn ? context?.InvokedFunctionArn : null,
            Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"));
        await http.Response.WriteAsJsonAsync(
            reply, FunctionJsonContext.Default.EchoReply, cancellationToken: http.RequestAborted);
    }

    private static Task WriteAsync(HttpContext http, string contentType)
    {
        http.Response.ContentType = contentType;
        return http.Response.Body.WriteAsync(new byte[] { 0xff, 0x00, 0x41 }, http.RequestAborted).AsTask();
    }

    // Answers once all are in progress, so that each could have seen the trace of another.
    private static async Task TellTraceAsync(HttpContext http, Meeting meeting)
    {
        await meeting.ArriveAsync(http);
        await http.Response.WriteAsync($"{LambdaTraceProvider.CurrentTraceId}", http.RequestAborted);
    }

    private static async Task AwaitDeadlineAsync(HttpContext http)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = http.RequestAborted.Register(over.SetResult);
        await over.Task;
        await http.Response.WriteAsync("aborted", CancellationToken.None);
    }

    private static async Task AwaitStopAsync(HttpContext http, IHostApplicationLifetime lifetime)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStopping.Register(stopped.SetResult);
        Console.WriteLine("in progress");
        await stopped.Task;
        await http.Response.WriteAsync("finished", http.RequestAborted);
    }

    private static Task WriteManyAsync(HttpContext http)
    {
        var bytes = int.Parse((string)http.Request.RouteValues["bytes"]!, CultureInfo.InvariantCulture);
        return http.Response.WriteAsync(new string('x', bytes), http.RequestAborted);
    }

    private static Task SetCookiesAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.Append("Set-Cookie", "b=2");
            return Task.CompletedTask;
        });
        http.Response.Headers.Append("Set-Cookie", "a=1");
        return http.Response.WriteAsync("två", http.RequestAborted);
    }
}
