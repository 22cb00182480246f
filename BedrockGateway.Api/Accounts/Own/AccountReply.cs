using System.Text.Json.Serialization;

namespace BedrockGateway.Api.Accounts;

/// <summary>What GET /account answers.</summary>
internal sealed record AccountReply(int Status, bool Success, string Message, AccountData Data);

/// <summary>A user's account.</summary>
/// <param name="Name">As registered.</param>
/// <param name="Email">As registered.</param>
/// <param name="Status">Cognito's status, such as <c>CONFIRMED</c>, or <c>DISABLED</c>.</param>
/// <param name="Created">When the user registered.</param>
/// <param name="Plan"><see langword="null"/> where the key is in none.</param>
/// <param name="Key"><see langword="null"/> for a user without one.</param>
/// <param name="OldKeys">Keys that were rotated and still work, the newest first.</param>
internal sealed record AccountData(
    string? Name,
    string? Email,
    string? Status,
    DateTime? Created,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] AccountPlan? Plan,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] AccountKey? Key,
    IReadOnlyList<EndingKey> OldKeys);

/// <summary>What limits a user's calls.</summary>
/// <param name="Id">API Gateway's id of the usage plan.</param>
/// <param name="Name">The plan's name in <c>PLANS</c>, or <c>default</c>.</param>
internal sealed record AccountPlan(string Id, string? Name);

/// <summary>A user's API key, of which only the end is shown.</summary>
/// <param name="Id">API Gateway's id of the key, which is no secret.</param>
/// <param name="Masked">Its last four characters after asterisks.</param>
/// <param name="Enabled">Whether it opens anything.</param>
/// <param name="Created">When it was made.</param>
/// <param name="LastRotated"><see langword="null"/> as long as it is the first.</param>
/// <param name="Reference">The name that all keys of the user have, however often they rotate.</param>
internal sealed record AccountKey(
    string Id,
    string Masked,
    bool Enabled,
    DateTime? Created,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTime? LastRotated,
    string Reference);

/// <summary>A key in its grace period.</summary>
/// <param name="Id">API Gateway's id of the key.</param>
/// <param name="Masked">Its last four characters after asterisks.</param>
/// <param name="Expires">When it is deleted.</param>
internal sealed record EndingKey(string Id, string Masked, DateTime Expires);
