using System.Text.Json;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>Which settings a pool can have, which of them are emulated, and which can change.</summary>
internal static class UserPoolRules
{
    private const int ShortestPassword = 6;
    private const int LongestPassword = 99;

    /// <exception cref="AwsFault">
    /// <c>NotImplemented</c> (501): aliases, second factors other than authenticator apps, or a trigger that is not
    /// run; <c>InvalidParameterException</c>: a minimum password length out of range, or MFA without a factor.
    /// </exception>
    public static void Check(UserPoolSettings settings)
    {
        if (settings.AliasAttributes is { Count: > 0 })
        {
            throw NotEmulated("AliasAttributes");
        }

        CheckMfa(settings);
        CheckTriggers(settings.LambdaConfig);

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

    private static void CheckMfa(UserPoolSettings settings)
    {
        if (settings.MfaConfiguration is null or "OFF")
        {
            return;
        }

        new RequestConstraints()
            .OneOf("mfaConfiguration", settings.MfaConfiguration, ["OFF", "ON", "OPTIONAL"])
            .ThrowIfViolated();
        if (settings.EnabledMfas?.FirstOrDefault(factor => factor != SoftwareToken.Factor) is { } other)
        {
            throw NotEmulated($"EnabledMfas {other}");
        }

        if (settings.EnabledMfas is null or [])
        {
            throw settings.Rest?.ContainsKey("SmsConfiguration") is true
                ? NotEmulated("EnabledMfas SMS_MFA")
                : CognitoFaults.InvalidParameter(
                    "SMS configuration and Auto verification for phone_number are required when MFA is "
                    + "required/optional");
        }
    }

    private static void CheckTriggers(LambdaConfig? triggers)
    {
        foreach (var (trigger, value) in triggers?.Rest ?? [])
        {
            if (value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                throw NotEmulated($"LambdaConfig.{trigger}");
            }
        }

        if (triggers?.PreTokenGenerationConfig?.LambdaVersion is { } version and not "V1_0")
        {
            throw NotEmulated($"PreTokenGenerationConfig {version}");
        }
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
