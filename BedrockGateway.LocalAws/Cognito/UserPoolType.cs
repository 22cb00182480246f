using System.Text.Json;
using System.Text.Json.Serialization;
using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>A pool as it is described.</summary>
internal sealed record UserPoolType(
    string Id,
    string Name,
    string Arn,
    Policies Policies,
    string DeletionProtection,
    LambdaConfig LambdaConfig,
    decimal CreationDate,
    decimal LastModifiedDate,
    IReadOnlyList<SchemaAttribute> SchemaAttributes,
    IReadOnlyList<string>? AutoVerifiedAttributes,
    IReadOnlyList<string>? UsernameAttributes,
    string MfaConfiguration,
    int EstimatedNumberOfUsers,
    AdminCreateUserConfig AdminCreateUserConfig,
    UsernameConfiguration UsernameConfiguration,
    AccountRecovery? AccountRecoverySetting,
    AttributeUpdates? UserAttributeUpdateSettings)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }

    public static UserPoolType Of(UserPool pool)
    {
        var settings = pool.Settings;
        return new(
            pool.Id,
            pool.Name,
            pool.Arn,
            new(pool.PasswordPolicy),
            settings.DeletionProtection ?? "INACTIVE",
            settings.LambdaConfig ?? new(),
            EpochSeconds.Of(pool.CreatedAt),
            EpochSeconds.Of(pool.ModifiedAt),
            pool.Schema.All,
            settings.AutoVerifiedAttributes,
            settings.UsernameAttributes,
            settings.MfaConfiguration ?? "OFF",
            pool.Users.Count,
            settings.AdminCreateUserConfig ?? new() { AllowAdminCreateUserOnly = false },
            settings.UsernameConfiguration ?? new(CaseSensitive: false),
            settings.AccountRecoverySetting,
            settings.UserAttributeUpdateSettings)
        {
            Rest = settings.Rest,
        };
    }
}
