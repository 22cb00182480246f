using System.Text.Json;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>Which settings a pool can have, which of them are emulated, and which can change.</summary>
internal static class UserPoolRules
{
    private const int ShortestPassword = 6;
    private const int LongestPassword = 99;

    /// <exception cref="AwsFault">
    /// <c>NotImplemented</c> (501): aliases, required MFA, or a trigger other than <c>PreSignUp</c>;
    /// <c>InvalidParameterException</c>: a minimum password length out of range.
    /// </exception>
    public static void Check(UserPoolSettings settings)
    {
        if (settings.AliasAttributes is { Count: > 0 })
        {
            throw NotEmulated("AliasAttributes");
        }

        if (settings.MfaConfiguration == "ON")
        {
            throw NotEmulated("MfaConfiguration ON");
        }

        foreach (var (trigger, value) in settings.LambdaConfig?.Rest ?? [])
        {
            if (value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                throw NotEmulated($"LambdaConfig.{trigger}");
            }
        }

        if (settings.Policies?.PasswordPolicy?.MinimumLength is { } length)
        {
            new RequestConstraints()
                .Range("policies.passwordPolicy.minimumLength", length, ShortestPassword, LongestPassword)
                .ThrowIfViolated();
        }
    }

    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>: how users are named is fixed when a pool is made.
    /// </exception>
    public static void CheckChange(UserPoolSettings before, UserPoolSettings after)
    {
        CheckSame("UsernameAttributes", Text(before.UsernameAttributes), Text(after.UsernameAttributes));
        CheckSame("UsernameConfiguration", before.UsernameConfiguration, after.UsernameConfiguration);
    }

    private static string Text(IReadOnlyList<string>? list) => string.Join(',', list ?? []);

    private static void CheckSame<T>(string property, T before, T after)
    {
        if (!EqualityComparer<T>.Default.Equals(before, after))
        {
            throw CognitoFaults.InvalidParameter(
                $"Invalid request provided: Updates are not allowed for property - {property}.");
        }
    }

    private static AwsFault NotEmulated(string what) => AwsFault.NotEmulated("cognito-idp", what);
}
