using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Events;

/// <summary>The only bus there is.</summary>
internal static class EventBus
{
    public const string Default = "default";

    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>: another bus is named.</exception>
    public static void RequireDefault(string? nameOrArn)
    {
        if (nameOrArn is { } bus && bus.Split('/')[^1] != Default)
        {
            throw EventsFaults.NoBus(bus);
        }
    }
}
