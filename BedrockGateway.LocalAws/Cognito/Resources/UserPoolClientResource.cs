using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Cognito.Resources;

/// <summary><c>AWS::Cognito::UserPoolClient</c>.</summary>
/// <remarks>
/// Ignores what <see cref="CreateUserPoolClient"/> ignores.
/// Source:
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html
/// </remarks>
internal sealed class UserPoolClientResource(UserPoolStore store) : IResourceHandler
{
    private const int LongestName = 128;

    private static readonly string[] Ignored =
    [
        "AllowedOAuthFlows", "AllowedOAuthFlowsUserPoolClient", "AllowedOAuthScopes", "AnalyticsConfiguration",
        "CallbackURLs", "DefaultRedirectURI", "EnablePropagateAdditionalUserContextData",
        "LogoutURLs", "RefreshTokenRotation", "SupportedIdentityProviders",
    ];

    public string Type => "AWS::Cognito::UserPoolClient";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string> { "GenerateSecret", "UserPoolId" };

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var properties = Read(request);
        var poolId = properties.UserPoolId ?? throw ResourceJsonContext.Missing("UserPoolId");
        return ValueTask.FromResult(ResultOf(
            store.CreateClient(poolId, properties.ClientName ?? request.GenerateName(LongestName), properties)));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        var properties = Read(request);
        var name = properties.ClientName ?? store.GetClient(physicalId).Client.Name;
        return ValueTask.FromResult(ResultOf(store.UpdateClient(physicalId, name, properties)));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        if (store.FindClient(physicalId) is not null)
        {
            store.DeleteClient(physicalId);
        }

        return ValueTask.CompletedTask;
    }

    private static Properties Read(ResourceRequest request)
    {
        var properties = ResourceJsonContext.Read(request.Properties, ResourceJsonContext.Default.UserPoolClient);
        ResourceJsonContext.CheckKnown(request.LogicalId, properties.Rest, Ignored);
        return properties;
    }

    private static ResourceResult ResultOf(UserPoolClient client)
    {
        var attributes = new Dictionary<string, string> { ["ClientId"] = client.Id, ["Name"] = client.Name };
        if (client.Secret is not null)
        {
            attributes["ClientSecret"] = client.Secret;
        }

        return new(client.Id, attributes);
    }

    internal sealed record Properties : UserPoolClientSettings
    {
        public string? UserPoolId { get; init; }

        public string? ClientName { get; init; }
    }
}
