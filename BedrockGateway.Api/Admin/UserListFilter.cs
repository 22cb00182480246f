using System.Buffers;

namespace BedrockGateway.Api.Admin;

/// <summary>The <c>filter</c> of GET /admin/users, as Cognito's <c>ListUsers</c> takes it.</summary>
/// <remarks>
/// <c>email:ann@</c> is the beginning of an address, and <c>status:DISABLED</c> a status. Cognito filters by one
/// attribute at a time. Its filter is a text with the value in quotes, so what could end them is refused.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html
/// </remarks>
internal static class UserListFilter
{
    public const string Allowed =
        "filter must be email: and the beginning of an address, or status: and one of ENABLED, DISABLED, CONFIRMED, "
        + "UNCONFIRMED, FORCE_CHANGE_PASSWORD, RESET_REQUIRED.";

    private const string Email = "email:";
    private const string Status = "status:";
    private const int MaxAddressChars = 128;

    private static readonly SearchValues<char> AddressChars = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.!#$%&'*+/=?^_`{|}~@-");

    /// <returns>The filter; nothing but <see langword="false"/> where the text is none.</returns>
    public static bool TryParse(string? text, out string? filter)
    {
        filter = text switch
        {
            null or "" => null,
            _ when text.StartsWith(Email, StringComparison.Ordinal) => OfAddress(text[Email.Length..]),
            _ when text.StartsWith(Status, StringComparison.Ordinal) => OfStatus(text[Status.Length..]),
            _ => null,
        };
        return filter is not null || string.IsNullOrEmpty(text);
    }

    private static string? OfAddress(string prefix) =>
        prefix.Length is > 0 and <= MaxAddressChars && !prefix.AsSpan().ContainsAnyExcept(AddressChars)
            ? $"email ^= \"{prefix}\""
            : null;

    private static string? OfStatus(string status) => status switch
    {
        "ENABLED" => "status = \"Enabled\"",
        "DISABLED" => "status = \"Disabled\"",
        "CONFIRMED" or "UNCONFIRMED" or "FORCE_CHANGE_PASSWORD" or "RESET_REQUIRED" =>
            $"cognito:user_status = \"{status}\"",
        _ => null,
    };
}
