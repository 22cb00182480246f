using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Cognito.Resources;

/// <summary><c>AWS::Cognito::UserPoolGroup</c>. Deleting a group takes its users out of it.</summary>
/// <remarks>
/// Source:
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolgroup.html
/// </remarks>
internal sealed class UserPoolGroupResource(UserPoolStore store, TimeProvider clock) : IResourceHandler
{
    private const int LongestName = 128;

    public string Type => "AWS::Cognito::UserPoolGroup";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string> { "GroupName", "UserPoolId" };

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var properties = Read(request);
        var name = properties.GroupName ?? request.GenerateName(LongestName);
        var created = CreateGroup.Handle(
            new(
                PoolIdOf(properties), name, properties.Description, properties.RoleArn, properties.Precedence),
            store,
            clock);
        return ValueTask.FromResult(ResultOf(created.Group.GroupName));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        var properties = Read(request);
        store.Get(PoolIdOf(properties)).Groups.Update(physicalId, current => current with
        {
            Description = properties.Description,
            Precedence = properties.Precedence,
            RoleArn = properties.RoleArn,
            ModifiedAt = clock.GetUtcNow(),
        });
        return ValueTask.FromResult(ResultOf(physicalId));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        var poolId = PoolIdOf(ResourceJsonContext.Read(properties, ResourceJsonContext.Default.UserPoolGroup));
        store.Find(poolId)?.Groups.Remove(physicalId);
        return ValueTask.CompletedTask;
    }

    private static Properties Read(ResourceRequest request)
    {
        var properties = ResourceJsonContext.Read(request.Properties, ResourceJsonContext.Default.UserPoolGroup);
        ResourceJsonContext.CheckKnown(request.LogicalId, properties.Rest, []);
        return properties;
    }

    private static string PoolIdOf(Properties properties) =>
        properties.UserPoolId ?? throw ResourceJsonContext.Missing("UserPoolId");

    private static ResourceResult ResultOf(string name) => new(name, new Dictionary<string, string>());

    internal sealed record Properties
    {
        public string? GroupName { get; init; }

        public string? UserPoolId { get; init; }

        public string? Description { get; init; }

        public int? Precedence { get; init; }

        public string? RoleArn { get; init; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Rest { get; set; }
    }
}
