using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>What a token is worth.</summary>
/// <param name="Status">Valid, expired, or anything else.</param>
/// <param name="Claims">Payload of a valid token, else <see langword="null"/>.</param>
public sealed record TokenVerdict(TokenStatus Status, JsonObject? Claims)
{
    /// <summary>Keeps the claims, which hold a person's address and key, out of anything that prints it.</summary>
    public override string ToString() => $"{nameof(TokenVerdict)} {Status}";
}

/// <summary>The three outcomes that API Gateway tells apart.</summary>
public enum TokenStatus
{
    /// <summary>Signed by the user pool, and in its time.</summary>
    Valid,

    /// <summary>Signed by the user pool, and over.</summary>
    Expired,

    /// <summary>Anything else.</summary>
    Invalid,
}
