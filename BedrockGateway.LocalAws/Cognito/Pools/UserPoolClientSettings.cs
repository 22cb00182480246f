using System.Text.Json;
using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>
/// What an app client is told at its creation, by <c>CreateUserPoolClient</c> and by CloudFormation in the same words.
/// </summary>
internal record UserPoolClientSettings
{
    public bool? GenerateSecret { get; init; }

    /// <summary>
    /// In <see cref="TokenValidityUnits.RefreshToken"/>: 60 minutes to 10 years. Default, and for 0, 30 days.
    /// </summary>
    public int? RefreshTokenValidity { get; init; }

    /// <summary>In <see cref="TokenValidityUnits.AccessToken"/>: 5 minutes to 1 day. Default 60 minutes.</summary>
    public int? AccessTokenValidity { get; init; }

    /// <summary>In <see cref="TokenValidityUnits.IdToken"/>: 5 minutes to 1 day. Default 60 minutes.</summary>
    public int? IdTokenValidity { get; init; }

    public TokenValidityUnits? TokenValidityUnits { get; init; }

    /// <summary>What the ID token shows. Default every attribute.</summary>
    public IReadOnlyList<string>? ReadAttributes { get; init; }

    /// <summary>
    /// What users may set themselves. Default every attribute but the <c>*_verified</c> ones and <c>sub</c>.
    /// </summary>
    public IReadOnlyList<string>? WriteAttributes { get; init; }

    /// <summary>Default SRP, custom authentication and refresh.</summary>
    public IReadOnlyList<string>? ExplicitAuthFlows { get; init; }

    /// <summary><c>LEGACY</c> tells who does not exist, <c>ENABLED</c> does not. Default <c>LEGACY</c>.</summary>
    public string? PreventUserExistenceErrors { get; init; }

    /// <summary>Whether tokens carry <c>origin_jti</c> and can be revoked. Default true.</summary>
    public bool? EnableTokenRevocation { get; init; }

    /// <summary>Minutes that a challenge waits for its answer: 3 to 15. Default 3.</summary>
    public int? AuthSessionValidity { get; init; }

    /// <summary>What is kept for <c>DescribeUserPoolClient</c> and has no effect here, such as all of OAuth.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

/// <summary>
/// <c>seconds</c>, <c>minutes</c>, <c>hours</c> or <c>days</c>. Default hours, and days for the refresh token.
/// </summary>
internal sealed record TokenValidityUnits(
    string? AccessToken = null, string? IdToken = null, string? RefreshToken = null);
