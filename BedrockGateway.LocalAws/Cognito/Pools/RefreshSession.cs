namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>One sign-in, which its refresh token continues.</summary>
/// <param name="ClientId">The client that signed the user in and alone may refresh.</param>
/// <param name="Username">Canonical name of the user.</param>
/// <param name="Sub">The user's <c>sub</c>, which a later user of the same name does not have.</param>
/// <param name="OriginJti">Common to all tokens of the sign-in.</param>
/// <param name="EventId">Common to all tokens of the sign-in.</param>
/// <param name="AuthenticatedAt">When the user gave the password.</param>
/// <param name="ExpiresAt">When the refresh token ends.</param>
internal sealed record RefreshSession(
    string ClientId,
    string Username,
    string Sub,
    string OriginJti,
    string EventId,
    DateTimeOffset AuthenticatedAt,
    DateTimeOffset ExpiresAt);
