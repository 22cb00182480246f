using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Events;

/// <summary>What EventBridge refuses, in its words.</summary>
internal static class EventsFaults
{
    public static AwsFault Invalid(string message) => new("ValidationException", message);

    /// <param name="member">Name of the member that the request lacks, as EventBridge writes it.</param>
    public static AwsFault Missing(string member) => Invalid(
        $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null");

    public static AwsFault NoRule(string name) =>
        new("ResourceNotFoundException", $"Rule {name} does not exist on EventBus default.");

    public static AwsFault NoBus(string name) =>
        new("ResourceNotFoundException", $"Event bus {name} does not exist.");
}
