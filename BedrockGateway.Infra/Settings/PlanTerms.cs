using System.Text.Json;

namespace BedrockGateway.Infra.Settings;

/// <summary>What a plan grants each key in it.</summary>
/// <param name="Name">By which administrators know it.</param>
/// <param name="RatePerSecond">Requests per second.</param>
/// <param name="Burst">Requests at once.</param>
/// <param name="Quota">Requests in a period.</param>
/// <param name="Period">When the quota starts anew.</param>
/// <param name="Models">
/// Patterns of models, separated by commas; <see langword="null"/> for all that the gateway allows.
/// </param>
internal sealed record PlanTerms(
    string Name, double RatePerSecond, int Burst, int Quota, QuotaPeriod Period, string? Models)
{
    public const string DefaultName = "default";

    /// <summary>The default first, which <c>PLANS</c> may name too; then the others by their names.</summary>
    public static IReadOnlyList<PlanTerms> Of(GatewaySettings settings)
    {
        var named = Read(settings.Plans).OrderBy(plan => plan.Name, StringComparer.Ordinal).ToList();
        var usual = named.Find(plan => plan.Name == DefaultName)
            ?? new(
                DefaultName,
                settings.ThrottleRateLimit,
                settings.ThrottleBurstLimit,
                settings.QuotaLimit,
                settings.QuotaPeriod,
                Models: null);
        return [usual, .. named.Where(plan => plan.Name != DefaultName)];
    }

    private static List<PlanTerms> Read(string? json)
    {
        if (json is null)
        {
            return [];
        }

        using var plans = JsonDocument.Parse(json);
        return [.. plans.RootElement.EnumerateObject().Select(plan => PlanField.Read("PLANS", plan))];
    }
}
