using System.Collections.Concurrent;
using BedrockGateway.LocalAws.Cognito.Tokens;
using BedrockGateway.LocalAws.Storage;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>A user pool: its settings, and all that belongs to it.</summary>
internal sealed class UserPool
{
    private const int DefaultTemporaryPasswordDays = 7;

    private readonly Action<string> _changed;
    private volatile Configuration _configuration;

    /// <param name="saved">What the pool is, made anew or kept.</param>
    /// <param name="options">Region and account, for the ARN.</param>
    /// <param name="now">What ended long before is not taken up again.</param>
    /// <param name="newKey">Makes a signing key, where none is kept.</param>
    /// <param name="changed">Is told the pool's id when what is kept of it changes.</param>
    /// <param name="state">Where that which belongs to the pool is kept.</param>
    /// <exception cref="AwsFault">The settings are none a pool can have.</exception>
    public UserPool(
        SavedUserPool saved,
        LocalAwsOptions options,
        DateTimeOffset now,
        Func<SigningKey> newKey,
        Action<string> changed,
        StateLog state)
    {
        var settings = saved.Settings;
        _changed = changed;
        Id = saved.Id;
        Arn = $"arn:aws:cognito-idp:{options.Region}:{options.AccountId}:userpool/{Id}";
        ProviderName = $"cognito-idp.{options.Region}.amazonaws.com/{Id}";
        Keys = new(newKey, saved.Keys, () => changed(saved.Id));
        CreatedAt = saved.CreatedAt;
        PretenceKey = saved.PretenceKey;
        _configuration = new(saved.Name, settings, new(settings.Schema ?? []), saved.ModifiedAt);
        Users = new(
            Id, settings.UsernameConfiguration?.CaseSensitive ?? false, settings.UsernameAttributes ?? [], state);
        Groups = new(Id, Users, state);
        Sessions = new(Id, now, state);
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

    public RefreshSessionStore Sessions { get; }

    public ChallengeStore Challenges { get; } = new();

    /// <summary>Makes what is told of users who do not exist the same each time, and known to nobody.</summary>
    public byte[] PretenceKey { get; }

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
        _changed(Id);
    }

    /// <summary>The pool as it is kept; users, clients and groups are records of their own.</summary>
    public SavedUserPool Save()
    {
        var (name, settings, _, modifiedAt) = _configuration;
        return new(Id, name, settings, CreatedAt, modifiedAt, PretenceKey, Keys.Save());
    }

    /// <summary>Forgets all that belongs to the pool, with the pool.</summary>
    public void Clear()
    {
        Users.Clear();
        Groups.Clear();
        Sessions.Clear();
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
