using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>How long the tokens of a client last.</summary>
internal sealed record TokenLifetimes(TimeSpan Access, TimeSpan Id, TimeSpan Refresh)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortestRefresh = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan LongestRefresh = TimeSpan.FromDays(3650);

    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>: a unit that is none, or a time out of range.
    /// </exception>
    public static TokenLifetimes Of(UserPoolClientSettings settings)
    {
        var units = settings.TokenValidityUnits ?? new();
        return new(
            Within(Shortest, Longest, settings.AccessTokenValidity, units.AccessToken, TimeSpan.FromHours(1)),
            Within(Shortest, Longest, settings.IdTokenValidity, units.IdToken, TimeSpan.FromHours(1)),
            Within(
                ShortestRefresh,
                LongestRefresh,
                settings.RefreshTokenValidity is 0 ? null : settings.RefreshTokenValidity,
                units.RefreshToken ?? "days",
                TimeSpan.FromDays(30)));
    }

    private static TimeSpan Within(TimeSpan least, TimeSpan most, int? amount, string? unit, TimeSpan absent)
    {
        var length = amount is null ? absent : amount.Value * LengthOf(unit);
        return length >= least && length <= most
            ? length
            : throw CognitoFaults.InvalidParameter("Invalid range for token validity.");
    }

    private static TimeSpan LengthOf(string? unit) => unit switch
    {
        "seconds" => TimeSpan.FromSeconds(1),
        "minutes" => TimeSpan.FromMinutes(1),
        null or "hours" => TimeSpan.FromHours(1),
        "days" => TimeSpan.FromDays(1),
        _ => throw CognitoFaults.InvalidParameter(
            $"1 validation error detected: Value '{unit}' at 'tokenValidityUnits' failed to satisfy constraint: "
            + "Member must satisfy enum value set: [hours, minutes, seconds, days]"),
    };
}
