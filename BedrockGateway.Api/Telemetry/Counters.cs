using System.Diagnostics;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Telemetry;

/// <summary>What the gateway counts of its own business.</summary>
internal static class Counters
{
    public const string ModelNotAllowed = "MODEL_NOT_ALLOWED";
    public const string EmailDomain = "EMAIL_DOMAIN";

    /// <param name="fault">Why it failed; <see langword="null"/> where it did not.</param>
    public static void CountRegistration(Exception? fault)
    {
        if (fault is null)
        {
            Instruments.Registrations.Add(1);
        }
        else
        {
            Instruments.Registrations.Add(
                1, new KeyValuePair<string, object?>(ModelSpan.ErrorTag, CallFailure.Of(fault).Type));
        }
    }

    public static void CountRejection(Refusal refusal) => CountRejection(NameOf(refusal));

    /// <param name="reason">Why; it is also the error of the request's span.</param>
    public static void CountRejection(string reason)
    {
        Instruments.RejectedRequests.Add(1, new KeyValuePair<string, object?>("reason", reason));
        Activity.Current?.SetTag(ModelSpan.ErrorTag, reason);
    }

#pragma warning disable CS8524 // No default arm: a new member must fail the build here (CS8509).
    private static string NameOf(Refusal refusal) => refusal switch
    {
        Refusal.Unauthorized => "UNAUTHORIZED",
        Refusal.ExpiredToken => "EXPIRED_TOKEN",
        Refusal.InvalidApiKey => "INVALID_API_KEY",
        Refusal.Throttled => "THROTTLED",
        Refusal.QuotaExceeded => "QUOTA_EXCEEDED",
        Refusal.MissingAuthenticationToken => "MISSING_AUTHENTICATION_TOKEN",
        Refusal.SigningKeysUnavailable => "SIGNING_KEYS_UNAVAILABLE",
    };
#pragma warning restore CS8524
}
