namespace BedrockGateway.Api.Accounts;

/// <summary>Why a key is not rotated.</summary>
internal enum RotationFailure
{
    UserGone,
    UserDisabled,
    NoKey,
    KeyDisabled,
    TooOften,
    TooManyInGrace,
    UnderWay,
}

/// <summary>Why a key is not rotated, and when it may be.</summary>
internal sealed record RotationRefusal(RotationFailure Failure, TimeSpan? RetryAfter = null);
