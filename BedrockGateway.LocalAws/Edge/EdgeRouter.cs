using System.Net;
using System.Xml.Linq;
using BedrockGateway.LocalAws.ApiGateway.Limits;
using BedrockGateway.LocalAws.Iam;
using BedrockGateway.LocalAws.Telemetry;
using BedrockGateway.LocalAws.Wire;
using Microsoft.AspNetCore.Http.Features;

namespace BedrockGateway.LocalAws.Edge;

/// <summary>
/// Finds the service of each call, asks whether the caller may, applies injected faults, and turns failures into the
/// service's own errors.
/// </summary>
internal sealed partial class EdgeRouter(
    IEnumerable<IAwsService> services,
    CallAuthorizer authorizer,
    ControlRates rates,
    FaultStore faults,
    TimeProvider clock,
    ILogger<EdgeRouter> log)
{
    private readonly IAwsService[] _services = [.. services];

    public async Task HandleAsync(HttpContext http)
    {
        var call = await ReadCallAsync(http);
        var service = Array.Find(_services, candidate => candidate.Claims(call));
        if (service is null)
        {
            await RefuseAsync(call, http.RequestAborted);
            return;
        }

        var started = clock.GetTimestamp();
        var operation = service.OperationOf(call);
        using var span = CallSpan.Start(call, service.Name, operation);
        string? error;
        try
        {
            error = await AnswerAsync(service, operation, call, http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        var duration = clock.GetElapsedTime(started);
        LogCall(service.Name, operation, http.Response.StatusCode, duration.TotalMilliseconds);
        CallSpan.End(span, http.Response.StatusCode, error);
        CallSpan.Measure(service.Name, operation, error, duration);
    }

    /// <returns>Code of the error that the caller gets, or would get; <see langword="null"/> for none.</returns>
    private async Task<string?> AnswerAsync(
        IAwsService service, string operation, AwsCall call, CancellationToken cancellationToken)
    {
        try
        {
            await authorizer.AuthorizeAsync(service.Name, operation, call, cancellationToken);
            rates.Require(service.Name, operation);
            if (await faults.ApplyAsync(service.Name, operation, call, cancellationToken) is { } drop)
            {
                LogDrop(service.Name, operation, drop);
                await DropAsync(service, call, drop, cancellationToken);
                return "ConnectionDropped";
            }

            await service.HandleAsync(call, cancellationToken);
            return null;
        }
        catch (AwsFault fault)
        {
            await service.WriteFaultAsync(call, fault, cancellationToken);
            return fault.Code;
        }
#pragma warning disable CA1031 // The one edge where a defect becomes AWS's InternalFailure instead of a cut connection.
        catch (Exception defect) when (!call.Http.Response.HasStarted && !IsCancelled(defect, cancellationToken))
#pragma warning restore CA1031
        {
            LogDefect(defect, service.Name, operation);
            var text = $"LocalAws failed in {service.Name}:{operation}: {defect.Message}";
            var fault = new AwsFault("InternalFailure", text, HttpStatusCode.InternalServerError);
            await service.WriteFaultAsync(call, fault, cancellationToken);
            return fault.Code;
        }
    }

    private static bool IsCancelled(Exception fault, CancellationToken cancellationToken) =>
        fault is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private static async Task DropAsync(
        IAwsService service, AwsCall call, FaultDrop drop, CancellationToken cancellationToken)
    {
        // A client that has not sent its body yet may send the whole request again, unseen by whoever made it.
        await call.ReadBodyAsync(cancellationToken);
        if (drop == FaultDrop.Reply)
        {
            call.Http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
            try
            {
                await service.HandleAsync(call, cancellationToken);
            }
            catch (AwsFault)
            {
                // Nobody learns of a refusal either.
            }
        }

        call.Http.Abort();
    }

    private static async Task<AwsCall> ReadCallAsync(HttpContext http)
    {
        // Services other than S3 answer with a UUID.
        var requestId = Guid.NewGuid().ToString();
        http.Response.Headers["x-amzn-RequestId"] = requestId;
        string? target = http.Request.Headers["X-Amz-Target"];
        var (accessKeyId, signingName) = CredentialOf(http.Request);
        var call = new AwsCall(http, signingName, target, requestId) { AccessKeyId = accessKeyId };
        if (target is null)
        {
            await call.ReadFormAsync(http.RequestAborted);
        }

        return call;
    }

    // Authorization: AWS4-HMAC-SHA256 Credential=AKID/20260102/us-east-1/ssm/aws4_request, SignedHeaders=...
    // X-Amz-Credential=AKID%2F20260102%2Fus-east-1%2Fs3%2Faws4_request in the query of a presigned URL
    private static (string? AccessKeyId, string? SigningName) CredentialOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        const string Credential = "Credential=";
        var start = header.IndexOf(Credential, StringComparison.Ordinal);
        var scope = start >= 0 ? header[(start + Credential.Length)..] : request.Query["X-Amz-Credential"].ToString();
        return scope.Split(',')[0].Split('/') is [var key, _, _, var service, ..] ? (key, service) : (null, null);
    }

    // Nobody claims the call, so it is answered in the protocol that it came in.
    private async Task RefuseAsync(AwsCall call, CancellationToken cancellationToken)
    {
        var name = call.SigningName ?? "(unsigned)";
        IAwsService protocol = call switch
        {
            { Target: { } target } => new AwsJsonService(name, target.Split('.')[0], () => new()),
            { Form.Action: not null } => new QueryService(name, XNamespace.None),
            _ => new RestJsonService(name, name),
        };
        var operation = call.Target ?? protocol.OperationOf(call);
        var fault = AwsFault.NotEmulated(name, operation);
        LogRefusal(fault.Message);
        await protocol.WriteFaultAsync(call, fault, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Service}:{Operation} {Status} in {DurationMs:0.0} ms")]
    private partial void LogCall(string service, string operation, int status, double durationMs);

    [LoggerMessage(
        Level = LogLevel.Information, Message = "An injected fault drops the {Drop} of {Service}:{Operation}")]
    private partial void LogDrop(string service, string operation, FaultDrop drop);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Reason}")]
    private partial void LogRefusal(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Service}:{Operation} failed")]
    private partial void LogDefect(Exception defect, string service, string operation);
}
