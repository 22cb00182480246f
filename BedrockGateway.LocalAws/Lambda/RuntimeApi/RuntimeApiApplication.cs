using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace BedrockGateway.LocalAws.Lambda.RuntimeApi;

/// <summary>The Lambda Runtime API of one function.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html</remarks>
internal sealed class RuntimeApiApplication(FunctionRuntime runtime, ILoggerFactory loggers, CancellationToken stopping)
    : IHttpApplication<HttpContext>
{
    private readonly NextInvocation _next = new(runtime, stopping);
    private readonly InvocationResult _result = new(runtime, loggers.CreateLogger<InvocationResult>());
    private readonly StreamedResult _streamed = new(runtime, loggers.CreateLogger<StreamedResult>(), stopping);

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) =>
        (context.Request.Method, context.Request.Path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
        {
            ("GET", ["2018-06-01", "runtime", "invocation", "next"]) => _next.HandleAsync(context),
            ("POST", ["2018-06-01", "runtime", "invocation", var id, "response"])
                when StreamedResult.IsMeant(context.Request) => _streamed.HandleAsync(context, id),
            ("POST", ["2018-06-01", "runtime", "invocation", var id, "response"]) =>
                _result.HandleAsync(context, id, functionError: null),
            ("POST", ["2018-06-01", "runtime", "invocation", var id, "error"]) =>
                _result.HandleAsync(context, id, InvocationOutcome.Unhandled),
            ("POST", ["2018-06-01", "runtime", "init", "error"]) => InitError.HandleAsync(context, runtime),
            var (method, _) => RuntimeApiReply.FailedAsync(
                context,
                StatusCodes.Status404NotFound,
                "NotFound",
                $"LocalAws does not emulate {method} {context.Request.Path} of the Lambda Runtime API."),
        };

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // Nothing of a context outlives its request.
    }
}
