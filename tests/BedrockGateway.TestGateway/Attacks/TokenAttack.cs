namespace BedrockGateway.TestGateway.Attacks;

/// <summary>A request that must not get in.</summary>
/// <param name="Name">Says what is tried.</param>
/// <param name="Authorizations">Values of its <c>Authorization</c> headers, as they go onto the wire.</param>
/// <param name="IsMalformed">
/// Whether it is no HTTP, or too much of it: then any server on the way may refuse it, and in words of its own.
/// </param>
internal sealed record TokenAttack(
    string Name, Func<GenuineToken, string[]> Authorizations, bool IsMalformed = false)
{
    public override string ToString() => Name;
}
