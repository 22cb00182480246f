using System.Net;
using System.Xml.Linq;
using BedrockGateway.LocalAws.Iam;
using BedrockGateway.LocalAws.Telemetry;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Edge;

/// <summary>
/// Finds the service of each call, asks whether the caller may, applies injected faults, and turns failures into the
/// service's own errors.
/// </summary>
internal sealed partial class EdgeRouter(
    IEnumerable<IAwsService> services,
    CallAuthorizer authorizer,
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
        string? error = null;
        try
        {
            await authorizer.AuthorizeAsync(service.Name, operation, call, http.RequestAborted);
            await faults.ApplyAsync(service.Name, operation, call, http.RequestAborted);
            await service.HandleAsync(call, http.RequestAborted);
        }
        catch (AwsFault fault)
        {
            error = fault.Code;
            await service.WriteFaultAsync(call, fault, http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
#pragma warning disable CA1031 // The one edge where a defect becomes AWS's InternalFailure instead of a cut connection.
        catch (Exception defect) when (!http.Response.HasStarted)
#pragma warning restore CA1031
        {
            LogDefect(defect, service.Name, operation);
            var text = $"LocalAws failed in {service.Name}:{operation}: {defect.Message}";
            var fault = new AwsFault("InternalFailure", text, HttpStatusCode.InternalServerError);
            error = fault.Code;
            await service.WriteFaultAsync(call, fault, http.RequestAborted);
        }

        var duration = clock.GetElapsedTime(started);
        LogCall(service.Name, operation, http.Response.StatusCode, duration.TotalMilliseconds);
        CallSpan.End(span, http.Response.StatusCode, error);
        CallSpan.Measure(service.Name, operation, error, duration);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Reason}")]
    private partial void LogRefusal(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Service}:{Operation} failed")]
    private partial void LogDefect(Exception defect, string service, string operation);
}
