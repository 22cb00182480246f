namespace BedrockGateway.Api.Accounts;

/// <summary>Whether replies hide if an address has an account.</summary>
internal sealed class DiscretionOptions
{
    public const string Key = "PREVENT_USER_EXISTENCE_ERRORS";

    /// <summary>
    /// Whether registration, login and codes answer the same for known and for unknown addresses. Default
    /// <see langword="false"/>.
    /// </summary>
    public bool IsOn { get; init; }
}
