using System.Text.Json;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Triggers;

/// <summary>What a <c>PreTokenGeneration</c> function changes in tokens.</summary>
/// <param name="Added">Claims of the ID token to add or replace.</param>
/// <param name="Suppressed">Claims of the ID token to leave out.</param>
/// <param name="Groups">The groups to name in both tokens; <see langword="null"/> leaves them as they are.</param>
internal sealed record ClaimsOverride(
    IReadOnlyDictionary<string, string> Added, IReadOnlyList<string> Suppressed, GroupOverride? Groups)
{
    public static ClaimsOverride None { get; } = new(new Dictionary<string, string>(), [], null);

    /// <summary>
    /// Reads <c>claimsOverrideDetails</c>. Where <c>groupOverrideDetails</c> is there and says nothing, it takes the
    /// groups away.
    /// </summary>
    /// <exception cref="AwsFault"><c>InvalidLambdaResponseException</c>: it is not of its shape.</exception>
    public static ClaimsOverride Read(JsonElement response)
    {
        if (!response.TryGetProperty("claimsOverrideDetails", out var details)
            || details.ValueKind == JsonValueKind.Null)
        {
            return None;
        }

        var added = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var claim in Member(details, "claimsToAddOrOverride", JsonValueKind.Object)?.EnumerateObject() ?? [])
        {
            added[claim.Name] = Text(claim.Value);
        }

        var groups = details.TryGetProperty("groupOverrideDetails", out var change)
            ? GroupOverride.Read(change)
            : null;
        return new(added, Texts(details, "claimsToSuppress"), groups);
    }

    internal static IReadOnlyList<string> Texts(JsonElement parent, string name) =>
        [.. (Member(parent, name, JsonValueKind.Array)?.EnumerateArray() ?? []).Select(Text)];

    internal static JsonElement? Member(JsonElement parent, string name, JsonValueKind kind)
    {
        if (parent.ValueKind != JsonValueKind.Object)
        {
            throw TriggerFunctions.Unrecognizable();
        }

        return !parent.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null ? null
            : member.ValueKind == kind ? member
            : throw TriggerFunctions.Unrecognizable();
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw TriggerFunctions.Unrecognizable();
}

/// <summary>The groups that tokens name instead of the user's.</summary>
internal sealed record GroupOverride(
    IReadOnlyList<string> Groups, IReadOnlyList<string> Roles, string? PreferredRole)
{
    public static GroupOverride Read(JsonElement details) => details.ValueKind == JsonValueKind.Null
        ? new([], [], null)
        : new(
            ClaimsOverride.Texts(details, "groupsToOverride"),
            ClaimsOverride.Texts(details, "iamRolesToOverride"),
            ClaimsOverride.Member(details, "preferredRole", JsonValueKind.String)?.GetString());
}
