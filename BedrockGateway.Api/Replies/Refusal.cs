namespace BedrockGateway.Api.Replies;

/// <summary>Why a request did not get in; the names are API Gateway's response types where it has one.</summary>
internal enum Refusal
{
    Unauthorized,
    ExpiredToken,
    InvalidApiKey,
    Throttled,
    QuotaExceeded,
    MissingAuthenticationToken,
    SigningKeysUnavailable,
}
