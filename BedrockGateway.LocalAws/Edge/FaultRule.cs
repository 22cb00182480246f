using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Edge;

/// <summary>A failure or a delay to inject into calls of one operation.</summary>
/// <param name="Service">Endpoint prefix, such as <c>cognito-idp</c>.</param>
/// <param name="Operation">AWS's operation name, or <c>*</c> for all of the service.</param>
/// <param name="Code">Error code to answer with; <see langword="null"/> injects no error.</param>
/// <param name="Message">Error text. Default <c>Injected fault.</c>.</param>
/// <param name="Status">HTTP status of the error. Default 400; an error in mid-stream has none.</param>
/// <param name="LatencyMs">Delay in milliseconds before the call is answered. Default 0.</param>
/// <param name="Times">How many calls it applies to. Default every call until it is removed.</param>
/// <param name="EventLatencyMs">
/// Delay in milliseconds before each event of a streamed reply. Default 0. Events carry one or a few tokens each.
/// </param>
/// <param name="AfterEvents">
/// How many events of a streamed reply come before the error, or before <paramref name="Then"/>. Default
/// <see langword="null"/>, which fails the call before it is answered.
/// </param>
/// <param name="Then">What happens in mid-stream in place of an error.</param>
/// <param name="Drop">Where the connection is lost in place of an error; <see langword="null"/> for nowhere.</param>
/// <param name="After">
/// How many calls pass first that it would have applied to, so that 2 makes the third one fail. Default 0.
/// </param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FaultRule(
    string Service,
    string Operation,
    string? Code = null,
    string Message = "Injected fault.",
    int Status = 400,
    int LatencyMs = 0,
    int Times = int.MaxValue,
    int EventLatencyMs = 0,
    int? AfterEvents = null,
    StreamEnd? Then = null,
    FaultDrop? Drop = null,
    int After = 0);
