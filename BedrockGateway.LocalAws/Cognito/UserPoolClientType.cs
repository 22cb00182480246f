using System.Text.Json;
using System.Text.Json.Serialization;
using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>An app client as it is described. Lifetimes appear as they were given.</summary>
internal sealed record UserPoolClientType(
    string UserPoolId,
    string ClientName,
    string ClientId,
    string? ClientSecret,
    decimal CreationDate,
    decimal LastModifiedDate,
    int RefreshTokenValidity,
    int? AccessTokenValidity,
    int? IdTokenValidity,
    TokenValidityUnits? TokenValidityUnits,
    IReadOnlyList<string>? ReadAttributes,
    IReadOnlyList<string>? WriteAttributes,
    IReadOnlyList<string>? ExplicitAuthFlows,
    string? PreventUserExistenceErrors,
    bool EnableTokenRevocation,
    int? AuthSessionValidity)
{
    private const int DefaultRefreshDays = 30;

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }

    public static UserPoolClientType Of(string poolId, UserPoolClient client)
    {
        var settings = client.Settings;
        return new(
            poolId,
            client.Name,
            client.Id,
            client.Secret,
            EpochSeconds.Of(client.CreatedAt),
            EpochSeconds.Of(client.ModifiedAt),
            settings.RefreshTokenValidity ?? DefaultRefreshDays,
            settings.AccessTokenValidity,
            settings.IdTokenValidity,
            settings.TokenValidityUnits,
            settings.ReadAttributes,
            settings.WriteAttributes,
            settings.ExplicitAuthFlows,
            settings.PreventUserExistenceErrors,
            client.CanRevokeTokens,
            settings.AuthSessionValidity)
        {
            Rest = settings.Rest,
        };
    }
}
