namespace BedrockGateway.Api.Identity;

/// <summary>The verified user behind a request.</summary>
/// <param name="Subject">The user's <c>sub</c>.</param>
/// <param name="ApiKey">The <c>custom:api_key</c> claim in clear; <see langword="null"/> without one.</param>
internal sealed record Caller(string Subject, string? ApiKey)
{
    // A record would print the key.
    public override string ToString() => Subject;
}
