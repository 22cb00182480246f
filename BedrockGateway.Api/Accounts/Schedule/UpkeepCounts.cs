namespace BedrockGateway.Api.Accounts;

/// <summary>What one run of <see cref="Upkeep"/> did.</summary>
internal sealed class UpkeepCounts
{
    /// <summary>Keys that were past their end.</summary>
    public int KeysDeleted { get; set; }

    /// <summary>Keys that nothing would ever have deleted.</summary>
    public int KeysEnded { get; set; }

    /// <summary>Keys in their grace period whose successor is disabled.</summary>
    public int KeysDisabled { get; set; }

    /// <summary>Users whose account was closed in an earlier period of the quota.</summary>
    public int UsersRemoved { get; set; }

    /// <summary>Keys and users that something failed with; the next run tries again.</summary>
    public int Failures { get; set; }
}
