using Amazon.APIGateway.Model;

namespace BedrockGateway.Api.Accounts;

/// <summary>The key that a user calls with, and the plan it is in.</summary>
/// <param name="Key">With its value and its tags.</param>
/// <param name="Plan"><see langword="null"/> where it is in none of this API's, and opens nothing.</param>
/// <param name="Others">The user's other keys, the newest first.</param>
internal sealed record OwnKey(ApiKey Key, UsagePlan? Plan, IReadOnlyList<ApiKey> Others)
{
    /// <summary>Earlier keys that still work.</summary>
    public IEnumerable<ApiKey> InGrace => Others.Where(key => key.IsInGrace());

    /// <summary>
    /// Keys that nothing will ever delete, such as one whose rotation was cut off before it was given an end.
    /// </summary>
    public IEnumerable<ApiKey> Strays => Others.Where(key => key.IsLasting());

    // A record would print the keys.
    public override string ToString() => Key.Id;
}
