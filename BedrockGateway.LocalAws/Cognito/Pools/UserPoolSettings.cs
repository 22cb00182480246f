using System.Text.Json;
using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>
/// What a user pool is told at its creation, by <c>CreateUserPool</c> and by CloudFormation in the same words.
/// </summary>
internal record UserPoolSettings
{
    public Policies? Policies { get; init; }

    public string? DeletionProtection { get; init; }

    public LambdaConfig? LambdaConfig { get; init; }

    public IReadOnlyList<string>? AutoVerifiedAttributes { get; init; }

    public IReadOnlyList<string>? AliasAttributes { get; init; }

    public IReadOnlyList<string>? UsernameAttributes { get; init; }

    /// <summary><c>ON</c>, <c>OPTIONAL</c> or <c>OFF</c>, the default.</summary>
    public string? MfaConfiguration { get; init; }

    /// <summary>
    /// Second factors, of which <c>SOFTWARE_TOKEN_MFA</c> is emulated. CloudFormation's word; the API has
    /// <c>SetUserPoolMfaConfig</c> for it.
    /// </summary>
    public IReadOnlyList<string>? EnabledMfas { get; init; }

    public AccountRecovery? AccountRecoverySetting { get; init; }

    public AttributeUpdates? UserAttributeUpdateSettings { get; init; }

    public AdminCreateUserConfig? AdminCreateUserConfig { get; init; }

    public IReadOnlyList<SchemaAttribute>? Schema { get; init; }

    public UsernameConfiguration? UsernameConfiguration { get; init; }

    /// <summary>
    /// What is kept for <c>DescribeUserPool</c> and has no effect here: e-mail texts, tags, tier ...
    /// </summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

/// <summary>Policies of a pool; a <c>SignInPolicy</c> has no effect.</summary>
internal sealed record Policies(PasswordPolicy? PasswordPolicy = null);

/// <summary>How users get back in who forgot their password.</summary>
internal sealed record AccountRecovery(IReadOnlyList<RecoveryMechanism>? RecoveryMechanisms = null);

/// <summary>One way back in, the lowest priority first.</summary>
/// <param name="Name"><c>verified_email</c>, <c>verified_phone_number</c> or <c>admin_only</c>.</param>
/// <param name="Priority">1 or 2.</param>
internal sealed record RecoveryMechanism(string? Name = null, int? Priority = null);

/// <summary>Addresses that stay as they are until their successor is verified.</summary>
internal sealed record AttributeUpdates(IReadOnlyList<string>? AttributesRequireVerificationBeforeUpdate = null);

/// <summary>Trigger functions; those that are not named here are refused.</summary>
internal sealed record LambdaConfig
{
    /// <summary>ARN of the function, with or without qualifier.</summary>
    public string? PreSignUp { get; init; }

    public string? PostConfirmation { get; init; }

    public string? PreTokenGeneration { get; init; }

    /// <summary>The same with a version of its event, of which <c>V1_0</c> is emulated.</summary>
    public PreTokenGenerationConfig? PreTokenGenerationConfig { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

/// <summary>A function that has a say in tokens, and the version of the event that it is written for.</summary>
internal sealed record PreTokenGenerationConfig(string? LambdaVersion = null, string? LambdaArn = null);

/// <summary>Who may create users.</summary>
internal sealed record AdminCreateUserConfig
{
    public bool? AllowAdminCreateUserOnly { get; init; }

    /// <summary>
    /// Days that a temporary password works where the password policy does not say it. Default 7.
    /// </summary>
    public int? UnusedAccountValidityDays { get; init; }

    /// <summary>Invitation texts, without effect as no mail leaves here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

/// <summary>Whether user names and e-mail addresses that differ in case are different. Default they are not.</summary>
internal sealed record UsernameConfiguration(bool? CaseSensitive = null);
