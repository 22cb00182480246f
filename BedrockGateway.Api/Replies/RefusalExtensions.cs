namespace BedrockGateway.Api.Replies;

internal static class RefusalExtensions
{
    public static IResult ToResult(this Refusal refusal)
    {
        var (status, type, message) = refusal.Describe();
        var body = new RefusalReply(message, status, Success: false, "error", new(type, type, message));
        return new RefusalResult(refusal, new(status, body, RepliesJsonContext.Wire.RefusalReply));
    }

#pragma warning disable CS8524 // No default arm: a new member must fail the build here (CS8509).
    private static (int Status, string Type, string Message) Describe(this Refusal refusal) => refusal switch
    {
        Refusal.Unauthorized => (401, "authentication_error", "Unauthorized"),
        Refusal.ExpiredToken => (401, "authentication_error", "The incoming token has expired"),
        Refusal.InvalidApiKey => (403, "permission_error", "Forbidden"),
        Refusal.Throttled => (429, "rate_limit_error", "Too Many Requests"),
        Refusal.QuotaExceeded => (429, "insufficient_quota", "Limit Exceeded"),
        Refusal.MissingAuthenticationToken => (403, "permission_error", "Missing Authentication Token"),
        Refusal.SigningKeysUnavailable => (503, "api_error", "The user pool's signing keys cannot be read."),
    };
#pragma warning restore CS8524
}
