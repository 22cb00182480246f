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

    public string? MfaConfiguration { get; init; }

    public AdminCreateUserConfig? AdminCreateUserConfig { get; init; }

    public IReadOnlyList<SchemaAttribute>? Schema { get; init; }

    public UsernameConfiguration? UsernameConfiguration { get; init; }

    /// <summary>
    /// What is kept for <c>DescribeUserPool</c> and has no effect here: e-mail texts, tags, recovery, tier ...
    /// </summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

/// <summary>Policies of a pool; a <c>SignInPolicy</c> has no effect.</summary>
internal sealed record Policies(PasswordPolicy? PasswordPolicy = null);

/// <summary>Trigger functions, of which only <c>PreSignUp</c> is run; any other is refused.</summary>
internal sealed record LambdaConfig
{
    /// <summary>ARN of the function, with or without qualifier.</summary>
    public string? PreSignUp { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

/// <summary>Who may create users.</summary>
internal sealed record AdminCreateUserConfig
{
    public bool? AllowAdminCreateUserOnly { get; init; }

    /// <summary>Invitation texts and validity, without effect as no user is invited here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

/// <summary>Whether user names and e-mail addresses that differ in case are different. Default they are not.</summary>
internal sealed record UsernameConfiguration(bool? CaseSensitive = null);
