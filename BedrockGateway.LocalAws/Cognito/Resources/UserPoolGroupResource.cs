using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Resources;

/// <summary><c>AWS::Cognito::UserPoolGroup</c>. Deleting a group takes its users out of it.</summary>
/// <remarks>
/// Source:
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolgroup.html
/// </remarks>
internal sealed class UserPoolGroupResource(UserPoolStore store) : IResourceHandler
{
    private const int LongestName = 128;

    public string Type => "AWS::Cognito::UserPoolGroup";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string> { "GroupName", "UserPoolId" };

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var properties = Read(request);
        var pool = store.Get(PoolIdOf(properties));
        var group = GroupOf(properties, properties.GroupName ?? request.GenerateName(LongestName));
        return pool.Groups.TryAdd(group.GroupName, group)
            ? ValueTask.FromResult(ResultOf(group))
            : throw new AwsFault("GroupExistsException", "A group with the name already exists.");
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        var properties = Read(request);
        var group = GroupOf(properties, physicalId);
        var pool = store.Get(PoolIdOf(properties));
        if (!pool.Groups.ContainsKey(physicalId))
        {
            throw CognitoFaults.GroupNotFound();
        }

        pool.Groups[physicalId] = group;
        return ValueTask.FromResult(ResultOf(group));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        var poolId = PoolIdOf(ResourceJsonContext.Read(properties, ResourceJsonContext.Default.UserPoolGroup));
        if (store.Find(poolId) is { } pool && pool.Groups.TryRemove(physicalId, out _))
        {
            foreach (var user in pool.Users.All())
            {
                pool.Users.Update(
                    user.Username, current => current with { Groups = current.Groups.Remove(physicalId) });
            }
        }

        return ValueTask.CompletedTask;
    }

    private static Properties Read(ResourceRequest request)
    {
        var properties = ResourceJsonContext.Read(request.Properties, ResourceJsonContext.Default.UserPoolGroup);
        ResourceJsonContext.CheckKnown(request.LogicalId, properties.Rest, []);
        return properties;
    }

    private static string PoolIdOf(Properties properties) => properties.UserPoolId
        ?? throw new AwsFault("ValidationException", "#: required key [UserPoolId] not found");

    private static UserPoolGroup GroupOf(Properties properties, string name) =>
        new(name, properties.Description, properties.Precedence, properties.RoleArn);

    private static ResourceResult ResultOf(UserPoolGroup group) =>
        new(group.GroupName, new Dictionary<string, string>());

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
