using System.Globalization;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Accounts;

internal static class RotationRefusalExtensions
{
    /// <summary>The reply; where waiting helps, its headers say how long.</summary>
    public static Reply<ErrorReply> ToReply(this RotationRefusal refusal, HttpResponse response)
    {
        if (refusal.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter =
                Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (refusal.Failure is RotationFailure.TooOften or RotationFailure.TooManyInGrace)
        {
            // SDKs repeat a 429 by default; this one lasts longer than their patience.
            response.Headers["x-should-retry"] = "false";
        }

        var (status, message) = Describe(refusal.Failure);
        return ErrorReply.Of(status, message);
    }

#pragma warning disable CS8524 // No default arm: a new member must fail the build here (CS8509).
    private static (int Status, string Message) Describe(RotationFailure failure) => failure switch
    {
        RotationFailure.UserGone => (400, "User does not exist."),
        RotationFailure.UserDisabled => (403, "User is disabled."),
        RotationFailure.NoKey => (404, "The account has no API key in a usage plan."),
        RotationFailure.KeyDisabled => (403, "The account's API key is disabled."),
        RotationFailure.TooOften =>
            (429, $"The API key was rotated {RotationRules.MaxRotations} times in this period of the quota."),
        RotationFailure.TooManyInGrace =>
            (429, $"{RotationRules.MaxInGrace} earlier API keys are still in their grace periods."),
        RotationFailure.UnderWay => (409, "Another rotation of the API key is under way."),
    };
#pragma warning restore CS8524
}
