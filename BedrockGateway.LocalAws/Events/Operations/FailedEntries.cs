using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Events.Operations;

/// <summary>The reply of operations on several targets: all of them succeed, or the call fails.</summary>
internal sealed record FailedEntries(
    int FailedEntryCount, [property: JsonPropertyName("FailedEntries")] string[] Entries)
{
    public static FailedEntries None { get; } = new(0, []);
}
