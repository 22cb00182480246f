using System.Text;
using BedrockGateway.LocalAws.Telemetry;
using Microsoft.AspNetCore.Http.Features;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>Finds the API and stage of a request, runs it through the chain and logs it.</summary>
internal sealed partial class GatewayRouter(
    GatewayAddress addresses,
    RequestPipeline pipeline,
    AccessLog accessLog,
    LocalAwsOptions options,
    ILogger<GatewayRouter> log)
{
    public async Task HandleAsync(HttpContext http)
    {
        var target = GatewayTarget.Parse(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        if (addresses.Find(http.Request.Host.Host, ref target) is not { } api
            || !api.Stages.TryGetValue(target.Stage, out var stage)
            || !api.Deployments.TryGetValue(stage.DeploymentId, out var deployment))
        {
            await WriteUnknownStageAsync(http);
            LogUnknownStage(http.Request.Method, target.Stage);
            return;
        }

        using var span = ServerSpan.Start(http, http.Request.Method);
        var request = new GatewayRequest(http, api, stage, deployment, target, options);
        try
        {
            await pipeline.RunAsync(request, http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
#pragma warning disable CA1031 // The one edge where a defect becomes API Gateway's 500 instead of a cut connection.
        catch (Exception defect) when (!http.Response.HasStarted)
#pragma warning restore CA1031
        {
            LogDefect(defect, http.Request.Method, target.FullPath);
            await RejectionWriter.WriteAsync(
                request, new(GatewayFailure.ApiConfigurationError), http.RequestAborted);
        }

        Log(request);
        GatewaySpan.End(span, request);
        if (request.IsCut)
        {
            // The server then sends what it has and closes without the last chunk; aborting would drop what is on its
            // way.
            throw new IOException("The reply was cut.");
        }
    }

    private static async Task WriteUnknownStageAsync(HttpContext http)
    {
        var rejection = new Rejection(GatewayFailure.UnknownStage);
        http.Response.StatusCode = rejection.Text.Status;
        http.Response.ContentType = MediaTypes.Json;
        http.Response.Headers["x-amzn-ErrorType"] = rejection.Text.ErrorType;
        GatewayReply.SetIds(http.Response, GatewayRequest.NewRequestId(), GatewayRequest.NewExtendedRequestId());
        var body = Encoding.UTF8.GetBytes(RejectionWriter.DefaultBody(rejection));
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private void Log(GatewayRequest request)
    {
        accessLog.Write(request);
        var http = request.Http;
        var durationMs = request.Elapsed().TotalMilliseconds;
        LogRequest(http.Request.Method, request.Target.FullPath, http.Response.StatusCode, durationMs);
        if (request.Rejection is { Detail: { } detail } rejection)
        {
            LogRejection(rejection.Text.ResponseType, http.Request.Method, request.Target.FullPath, detail);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} {Status} in {DurationMs:0.0} ms")]
    private partial void LogRequest(string method, string path, int status, double durationMs);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{ResponseType} for {Method} {Path}: {Detail}")]
    private partial void LogRejection(string responseType, string method, string path, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No API has the stage '{Stage}' of a {Method} request")]
    private partial void LogUnknownStage(string method, string stage);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private partial void LogDefect(Exception defect, string method, string path);
}
