namespace BedrockGateway.Infra.Accounts;

/// <summary>An API key that the stack made.</summary>
/// <param name="Id">Id of the key.</param>
/// <param name="Value">The clear value; never shown.</param>
/// <param name="Subject">Whose it is.</param>
/// <param name="IsEnabled">Whether it works.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record AccountKey(
    string Id, string Value, string Subject, bool IsEnabled, DateTimeOffset CreatedAt)
{
    /// <summary>End of its grace period; <see langword="null"/> for the key that counts.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether a rotation is making it just now.</summary>
    public bool IsAttempt { get; init; }

    /// <summary>Ids of the stage's usage plans that it is in.</summary>
    public IReadOnlyList<string> PlanIds { get; init; } = [];

    /// <summary>Whether it is neither on its way in nor on its way out.</summary>
    public bool IsLasting => Expires is null && !IsAttempt;

    public bool IsMarkedBy(string? mark) => mark is not null && (mark == Value || mark == Id);

    /// <summary>Never the value.</summary>
    public override string ToString() => Id;
}
