using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Resources;

/// <summary><c>AWS::Cognito::UserPoolUserToGroupAttachment</c>: one user's place in one group.</summary>
/// <remarks>
/// Source:
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_Cognito.html
/// </remarks>
internal sealed class UserToGroupResource(UserPoolStore store) : IResourceHandler
{
    public string Type => "AWS::Cognito::UserPoolUserToGroupAttachment";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new HashSet<string> { "GroupName", "UserPoolId", "Username" };

    /// <exception cref="AwsFault">Those of <see cref="AdminAddUserToGroup"/>.</exception>
    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var properties = ResourceJsonContext.Read(request.Properties, ResourceJsonContext.Default.UserToGroup);
        ResourceJsonContext.CheckKnown(request.LogicalId, properties.Rest, []);
        var membership = new AdminAddUserToGroup.Request(
            properties.UserPoolId ?? throw ResourceJsonContext.Missing(nameof(properties.UserPoolId)),
            properties.Username ?? throw ResourceJsonContext.Missing(nameof(properties.Username)),
            properties.GroupName ?? throw ResourceJsonContext.Missing(nameof(properties.GroupName)));
        AdminAddUserToGroup.Handle(membership, store);
        return ValueTask.FromResult(new ResourceResult(
            $"{membership.UserPoolId}|{membership.GroupName}|{membership.Username}",
            new Dictionary<string, string>()));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ResourceResult(physicalId, new Dictionary<string, string>()));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        var read = ResourceJsonContext.Read(properties, ResourceJsonContext.Default.UserToGroup);
        if (store.Find(read.UserPoolId ?? string.Empty) is { } pool
            && pool.Users.Find(read.Username ?? string.Empty) is { } user)
        {
            pool.Users.Update(
                user.Sub, current => current with { Groups = current.Groups.Remove(read.GroupName!) });
        }

        return ValueTask.CompletedTask;
    }

    internal sealed record Properties
    {
        public string? GroupName { get; init; }

        public string? UserPoolId { get; init; }

        public string? Username { get; init; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Rest { get; set; }
    }
}
