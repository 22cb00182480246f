using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// <c>cognito-idp</c> with the CORS headers that let a page in a browser sign users up and in, preflight included.
/// </summary>
/// <remarks>
/// A preflight does not name its service; any that asks for <c>x-amz-target</c> is answered here, with the same yes
/// that every AWS service on the edge would give.
/// </remarks>
internal sealed class CognitoEdge(AwsJsonService operations) : IAwsService
{
    private const string ExposedHeaders = "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date";
    private const string PreflightMaxAgeSeconds = "172800";

    public string Name => operations.Name;

    public IEnumerable<string> Operations => operations.Operations;

    public bool Claims(AwsCall call) => IsPreflight(call) || operations.Claims(call);

    public string OperationOf(AwsCall call) => IsPreflight(call) ? "OPTIONS" : operations.OperationOf(call);

    public Task HandleAsync(AwsCall call, CancellationToken cancellationToken)
    {
        var headers = call.Http.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        if (!IsPreflight(call))
        {
            headers.AccessControlExposeHeaders = ExposedHeaders;
            return operations.HandleAsync(call, cancellationToken);
        }

        headers.AccessControlAllowMethods = "POST";
        headers.AccessControlAllowHeaders = call.Http.Request.Headers.AccessControlRequestHeaders;
        headers.AccessControlMaxAge = PreflightMaxAgeSeconds;
        return Task.CompletedTask;
    }

    public Task WriteFaultAsync(AwsCall call, AwsFault fault, CancellationToken cancellationToken) =>
        operations.WriteFaultAsync(call, fault, cancellationToken);

    private static bool IsPreflight(AwsCall call) =>
        HttpMethods.IsOptions(call.Method)
        && call.Http.Request.Headers.AccessControlRequestHeaders.ToString()
            .Contains("x-amz-target", StringComparison.OrdinalIgnoreCase);
}
