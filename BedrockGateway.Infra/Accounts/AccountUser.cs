namespace BedrockGateway.Infra.Accounts;

/// <summary>A user of the pool, as far as keys go. Neither address nor name is among it.</summary>
/// <param name="Username">What the pool's operations call them; never shown.</param>
/// <param name="Subject">The <c>sub</c>, which names their keys.</param>
/// <param name="IsEnabled">Whether they may log in.</param>
/// <param name="CreatedAt">When they registered.</param>
/// <param name="Mark">
/// What <c>custom:api_key</c> holds, the key's value or its id; <see langword="null"/> for one whom nobody registered.
/// </param>
internal sealed record AccountUser(
    string Username, string Subject, bool IsEnabled, DateTimeOffset CreatedAt, string? Mark)
{
    /// <summary>Status in the pool: <c>CONFIRMED</c>, <c>UNCONFIRMED</c> and so on.</summary>
    public string Status { get; init; } = "";

    /// <summary>Whether they are in the group of administrators, who need no key.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>
    /// Whether an operator or an administrator made them: those who sign up have a password of their own at once.
    /// </summary>
    public bool IsInvited => Status == "FORCE_CHANGE_PASSWORD";

    /// <summary>Whether they closed their account.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Id of the usage plan that their group stands for; <see langword="null"/> for the default one.</summary>
    public string? PlanId { get; init; }
}
