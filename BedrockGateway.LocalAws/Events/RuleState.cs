using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Events;

/// <summary><c>ENABLED</c> and <c>DISABLED</c>.</summary>
internal static class RuleState
{
    /// <exception cref="AwsFault"><c>ValidationException</c>: it is neither.</exception>
    public static bool Parse(string? state) => state switch
    {
        null or "ENABLED" or "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS" => true,
        "DISABLED" => false,
        _ => throw EventsFaults.Invalid(
            $"1 validation error detected: Value '{state}' at 'state' failed to satisfy constraint: Member must "
            + "satisfy enum value set: [ENABLED, DISABLED, ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS]"),
    };

    public static string Of(EventRule rule) => rule.IsEnabled ? "ENABLED" : "DISABLED";
}
