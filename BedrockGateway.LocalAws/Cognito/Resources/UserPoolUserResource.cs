using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Cognito.Resources;

/// <summary><c>AWS::Cognito::UserPoolUser</c>: a user whom <see cref="AdminCreateUser"/> makes.</summary>
/// <remarks>
/// Every change makes another user. A user without a name gets a UUID for one. Ignores <c>ForceAliasCreation</c>.
/// Source:
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpooluser.html
/// </remarks>
internal sealed class UserPoolUserResource(UserPoolStore store, AdminCreateUser users) : IResourceHandler
{
    private static readonly string[] Ignored = ["ForceAliasCreation"];

    public string Type => "AWS::Cognito::UserPoolUser";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string>
    {
        "ClientMetadata", "DesiredDeliveryMediums", "ForceAliasCreation", "MessageAction", "UserAttributes",
        "UserPoolId", "Username", "ValidationData",
    };

    public async ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var properties = ResourceJsonContext.Read(request.Properties, ResourceJsonContext.Default.UserPoolUser);
        ResourceJsonContext.CheckKnown(request.LogicalId, properties.Rest, Ignored);
        var created = await users.HandleAsync(
            new(
                properties.UserPoolId ?? throw ResourceJsonContext.Missing("UserPoolId"),
                properties.Username ?? Guid.NewGuid().ToString(),
                properties.UserAttributes,
                properties.ValidationData,
                TemporaryPassword: null,
                properties.MessageAction,
                properties.DesiredDeliveryMediums,
                properties.ClientMetadata),
            cancellationToken);
        return new(created.User.Username, new Dictionary<string, string>());
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ResourceResult(physicalId, new Dictionary<string, string>()));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        var read = ResourceJsonContext.Read(properties, ResourceJsonContext.Default.UserPoolUser);
        if (read.UserPoolId is { } poolId
            && store.Find(poolId) is { } pool
            && pool.Users.Find(physicalId) is { } user)
        {
            pool.Users.Remove(user.Username);
        }

        return ValueTask.CompletedTask;
    }

    internal sealed record Properties
    {
        public string? UserPoolId { get; init; }

        public string? Username { get; init; }

        public IReadOnlyList<AttributeType>? UserAttributes { get; init; }

        public IReadOnlyList<AttributeType>? ValidationData { get; init; }

        public string? MessageAction { get; init; }

        public IReadOnlyList<string>? DesiredDeliveryMediums { get; init; }

        public IReadOnlyDictionary<string, string>? ClientMetadata { get; init; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Rest { get; set; }
    }
}
