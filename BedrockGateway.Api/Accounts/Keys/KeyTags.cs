using System.Globalization;
using Amazon.APIGateway.Model;

namespace BedrockGateway.Api.Accounts;

/// <summary>What the tags of a key tell about its life.</summary>
/// <remarks>
/// A key that is being made has <c>attempt</c> and an end that is near, so that one which is never finished goes by
/// itself. The key that counts has neither. A key in its grace period has <c>expires</c> alone.
/// </remarks>
internal static class KeyTags
{
    public const string Stack = "stack";
    public const string Subject = "sub";

    /// <summary>When the key is deleted: <c>2026-03-04T11:00:00Z</c>.</summary>
    public const string Expires = "expires";

    /// <summary>On the key that counts: when the user rotated in this period of the quota, newest last.</summary>
    public const string Rotated = "rotated";

    /// <summary>On a key that a rotation is making: which rotation.</summary>
    public const string Attempt = "attempt";

    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset? ExpiresAt(this ApiKey key) =>
        key.Find(Expires) is { } text && InstantOf(text) is { } instant ? instant : null;

    public static string? AttemptOf(this ApiKey key) => key.Find(Attempt);

    /// <summary>Whether the key is neither on its way in nor on its way out.</summary>
    public static bool IsLasting(this ApiKey key) => key.Find(Expires) is null && key.Find(Attempt) is null;

    /// <summary>Whether the key works until its grace period is over.</summary>
    public static bool IsInGrace(this ApiKey key) => key.ExpiresAt() is not null && key.Find(Attempt) is null;

    public static DateTimeOffset[] RotationsOf(this ApiKey key) =>
        [.. (key.Find(Rotated) ?? "").Split(' ').Select(InstantOf).OfType<DateTimeOffset>()];

    private static string? Find(this ApiKey key, string tag) => (key.Tags ?? []).GetValueOrDefault(tag);

    private static DateTimeOffset? InstantOf(string text) => DateTimeOffset.TryParseExact(
        text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;
}
