using System.Collections.Concurrent;
using System.Security.Cryptography;
using BedrockGateway.LocalAws.Cognito.Tokens;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>A user pool: its settings, and all that belongs to it.</summary>
internal sealed class UserPool
{
    private const int PretenceKeyBytes = 32;
    private const int DefaultTemporaryPasswordDays = 7;

    private volatile Configuration _configuration;

    /// <exception cref="AwsFault">The settings are none a pool can have, or none that is emulated.</exception>
    public UserPool(
        string id,
        LocalAwsOptions options,
        string name,
        UserPoolSettings settings,
        DateTimeOffset now,
        SigningKeys keys)
    {
        UserPoolRules.Check(settings);
        Id = id;
        Arn = $"arn:aws:cognito-idp:{options.Region}:{options.AccountId}:userpool/{id}";
        ProviderName = $"cognito-idp.{options.Region}.amazonaws.com/{id}";
        Keys = keys;
        CreatedAt = now;
        _configuration = new(name, settings, new(settings.Schema ?? []), now);
        Users = new(settings.UsernameConfiguration?.CaseSensitive ?? false, settings.UsernameAttributes ?? []);
        Groups = new(Users);
    }

    public string Id { get; }

    public string Arn { get; }

    public string ProviderName { get; }

    /// <summary>The <c>iss</c> of the pool's tokens: AWS's address, which does not answer for this pool.</summary>
    public string Issuer => $"https://{ProviderName}";

    public string Name => _configuration.Name;

    public UserPoolSettings Settings => _configuration.Settings;

    public AttributeSchema Schema => _configuration.Schema;

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset ModifiedAt => _configuration.ModifiedAt;

    public UserDirectory Users { get; }

    public ConcurrentDictionary<string, UserPoolClient> Clients { get; } = new(StringComparer.Ordinal);

    public GroupStore Groups { get; }

    public RefreshSessionStore Sessions { get; } = new();

    public ChallengeStore Challenges { get; } = new();

    /// <summary>Makes what is told of users who do not exist the same each time, and known to nobody.</summary>
    public byte[] PretenceKey { get; } = RandomNumberGenerator.GetBytes(PretenceKeyBytes);

    public SigningKeys Keys { get; }

    public PasswordPolicy PasswordPolicy => Settings.Policies?.PasswordPolicy ?? PasswordPolicy.Default;

    /// <summary>How long a temporary password works. Default 7 days.</summary>
    public TimeSpan TemporaryPasswordValidity => TimeSpan.FromDays(
        PasswordPolicy.TemporaryPasswordValidityDays
        ?? Settings.AdminCreateUserConfig?.UnusedAccountValidityDays
        ?? DefaultTemporaryPasswordDays);

    /// <summary>Whether sign-ins need a second factor, may have one, or never have one.</summary>
    public MfaRule Mfa => Settings.MfaConfiguration switch
    {
        "ON" => MfaRule.Required,
        "OPTIONAL" => MfaRule.Optional,
        _ => MfaRule.Off,
    };

    /// <summary>Whether users may set up authenticator apps.</summary>
    public bool AllowsSoftwareTokens =>
        Mfa != MfaRule.Off && Settings.EnabledMfas?.Contains(SoftwareToken.Factor) is true;

    /// <summary>Changes name and settings; users, clients and keys stay.</summary>
    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>: a change that Cognito does not make to a pool.
    /// </exception>
    public void Update(string name, UserPoolSettings settings, DateTimeOffset now)
    {
        UserPoolRules.Check(settings);
        UserPoolRules.CheckChange(Settings, settings);
        var schema = new AttributeSchema(settings.Schema ?? []);
        if (!Schema.IsExtendedBy(schema))
        {
            throw CognitoFaults.InvalidParameter("Existing schema attributes cannot be modified or deleted.");
        }

        _configuration = new(name, settings, schema, now);
    }

    private sealed record Configuration(
        string Name, UserPoolSettings Settings, AttributeSchema Schema, DateTimeOffset ModifiedAt);
}

/// <summary>What a pool says of second factors.</summary>
internal enum MfaRule
{
    /// <summary>Nobody is asked for one.</summary>
    Off,

    /// <summary>Who turned one on is asked for it.</summary>
    Optional,

    /// <summary>Everybody is asked for one, or made to set one up.</summary>
    Required,
}
