using System.Text.Json;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>Which settings a client can have, beyond those that its own types check.</summary>
internal static class UserPoolClientRules
{
    private const int ShortestChallenge = 3;
    private const int LongestChallenge = 15;

    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>: an attribute that the pool lacks, or an unknown choice; <c>NotImplemented</c>
    /// (501): rotation of refresh tokens.
    /// </exception>
    public static void Check(UserPool pool, UserPoolClientSettings settings)
    {
        CheckAttributes(pool, settings.ReadAttributes, "read");
        CheckAttributes(pool, settings.WriteAttributes, "write");
        if (settings.PreventUserExistenceErrors is { } choice)
        {
            new RequestConstraints()
                .OneOf("preventUserExistenceErrors", choice, ["LEGACY", "ENABLED"])
                .ThrowIfViolated();
        }

        if (settings.AuthSessionValidity is { } minutes)
        {
            new RequestConstraints()
                .Range("authSessionValidity", minutes, ShortestChallenge, LongestChallenge)
                .ThrowIfViolated();
        }

        if (settings.Rest?.GetValueOrDefault("RefreshTokenRotation") is { ValueKind: JsonValueKind.Object } rotation
            && rotation.TryGetProperty("Feature", out var feature)
            && feature.ValueEquals("ENABLED"))
        {
            throw AwsFault.NotEmulated("cognito-idp", "RefreshTokenRotation");
        }
    }

    private static void CheckAttributes(UserPool pool, IReadOnlyList<string>? attributes, string purpose)
    {
        if (attributes?.FirstOrDefault(name => pool.Schema.Find(name) is null) is { } unknown)
        {
            throw CognitoFaults.InvalidParameter(
                $"Invalid {purpose} attributes specified while creating a client: {unknown}");
        }
    }
}
