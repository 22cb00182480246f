using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Events.Operations;

/// <summary>What names a rule in most requests.</summary>
internal sealed record RuleReference(string? Name, string? EventBusName)
{
    /// <exception cref="AwsFault">
    /// <c>ValidationException</c>: no name; <c>ResourceNotFoundException</c>: another bus.
    /// </exception>
    public string Require()
    {
        EventBus.RequireDefault(EventBusName);
        return Name ?? throw EventsFaults.Missing("name");
    }
}
