namespace BedrockGateway.Connect.Sessions;

/// <summary>A login: what is kept of it between two starts of the program.</summary>
/// <param name="Gateway">The gateway's base address.</param>
/// <param name="IdToken">What requests carry.</param>
/// <param name="RefreshToken">What the next ID token is got with.</param>
/// <param name="ApiKey">The user's key.</param>
internal sealed record Session(string Gateway, string IdToken, string RefreshToken, string ApiKey)
{
    // A record would print the tokens.
    public override string ToString() => nameof(Session);
}
