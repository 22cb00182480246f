using Amazon.APIGateway.Model;

namespace BedrockGateway.Api.Accounts;

/// <summary>The key that a user calls with, and the plan it is in.</summary>
/// <param name="Key">With its value.</param>
/// <param name="Plan"><see langword="null"/> where it is in none of this API's, and opens nothing.</param>
internal sealed record OwnKey(ApiKey Key, UsagePlan? Plan)
{
    // A record would print the key.
    public override string ToString() => Key.Id;
}
