namespace BedrockGateway.LocalAws.Edge;

/// <summary>A failure or a delay to inject into calls of one operation.</summary>
/// <param name="Service">Endpoint prefix, such as <c>cognito-idp</c>.</param>
/// <param name="Operation">AWS's operation name, or <c>*</c> for all of the service.</param>
/// <param name="Code">Error code to answer with; <see langword="null"/> injects latency only.</param>
/// <param name="Message">Error text. Default <c>Injected fault.</c>.</param>
/// <param name="Status">HTTP status of the error. Default 400.</param>
/// <param name="LatencyMs">Delay in milliseconds before the call is answered. Default 0.</param>
/// <param name="Times">How many calls it applies to. Default every call until it is removed.</param>
internal sealed record FaultRule(
    string Service,
    string Operation,
    string? Code = null,
    string Message = "Injected fault.",
    int Status = 400,
    int LatencyMs = 0,
    int Times = int.MaxValue);
