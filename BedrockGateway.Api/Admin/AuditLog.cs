namespace BedrockGateway.Api.Admin;

/// <summary>One line for everything that administrators do, or try to: ids and no addresses.</summary>
internal sealed partial class AuditLog(ILogger<AuditLog> log)
{
    /// <param name="requestId">Under which the request is logged as well.</param>
    /// <param name="actor">The administrator's <c>sub</c>.</param>
    /// <param name="action">Such as <c>disable</c>.</param>
    /// <param name="target">The user's <c>sub</c>; none where the action is about no single user.</param>
    /// <param name="status">The HTTP status of the reply.</param>
    public void Write(string requestId, string actor, string action, string? target, int status) =>
        LogAction(requestId, actor, action, target ?? "-", OutcomeOf(status), status);

    private static string OutcomeOf(int status) => status switch
    {
        < StatusCodes.Status400BadRequest => "done",
        < StatusCodes.Status500InternalServerError => "refused",
        _ => "failed",
    };

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Audit {RequestId}: {Actor} {Action} {Target} {Outcome} {Status}")]
    private partial void LogAction(
        string requestId, string actor, string action, string target, string outcome, int status);
}
