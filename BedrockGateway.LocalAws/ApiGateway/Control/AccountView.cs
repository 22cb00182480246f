using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>The account's settings on the wire, with the limits that AWS gives every account.</summary>
internal sealed record AccountView(
    string? CloudwatchRoleArn, ThrottleSettings ThrottleSettings, IReadOnlyList<string> Features, string ApiKeyVersion)
{
    private const int BurstLimit = 5_000;

    private const int RateLimit = 10_000;

    public static AccountView Of(AccountSettings account) =>
        new(account.CloudWatchRoleArn, new(BurstLimit, RateLimit), ["UsagePlans"], "4");
}
