namespace BedrockGateway.Api.Identity;

/// <summary>What an access token that came in a body is worth.</summary>
internal enum AccessTokenVerdict
{
    Genuine,
    Invalid,
    Expired,
    OfAnother,
    KeysUnavailable,
}
