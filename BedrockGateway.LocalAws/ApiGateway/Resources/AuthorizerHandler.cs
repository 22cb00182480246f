using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::Authorizer</c> of type <c>COGNITO_USER_POOLS</c>.</summary>
/// <remarks>Ignores <c>AuthorizerResultTtlInSeconds</c>: nothing is cached.</remarks>
internal sealed class AuthorizerHandler(RestApiStore apis) : IResourceHandler
{
    private const string HeaderPrefix = "method.request.header.";

    public string Type => "AWS::ApiGateway::Authorizer";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string> { "RestApiId" };

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        new(Put(request.Properties, ApiIds.New(6)));

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        new(Put(request.Properties, physicalId));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        apis.UpdateIfPresent(
            properties.RequiredText("RestApiId"),
            api => api with { Authorizers = api.Authorizers.Remove(physicalId) });
        return default;
    }

    private ResourceResult Put(JsonObject properties, string id)
    {
        var authorizer = Read(properties, id);
        apis.Update(
            properties.RequiredText("RestApiId"),
            api => api with { Authorizers = api.Authorizers.SetItem(id, authorizer) });
        return new(id, new Dictionary<string, string> { ["AuthorizerId"] = id });
    }

    private static Authorizer Read(JsonObject properties, string id)
    {
        var type = properties.RequiredText("Type");
        if (type != "COGNITO_USER_POOLS")
        {
            throw ApiGatewayFaults.NotEmulated($"authorizers of type {type}");
        }

        var pools = properties.Texts("ProviderARNs");
        var source = properties.RequiredText("IdentitySource");
        if (pools.IsEmpty || !source.StartsWith(HeaderPrefix, StringComparison.Ordinal))
        {
            throw ApiGatewayFaults.BadRequest(pools.IsEmpty
                ? "Invalid Authorizer: ProviderARNs must name a user pool"
                : $"Invalid mapping expression specified: {source}");
        }

        return new(
            id,
            properties.RequiredText("Name"),
            pools,
            source[HeaderPrefix.Length..],
            AudienceOf(properties.Text("IdentityValidationExpression")));
    }

    // The whole audience has to match, so that an id that contains another one does not pass.
    private static Regex? AudienceOf(string? expression)
    {
        try
        {
            return string.IsNullOrEmpty(expression)
                ? null
                : Authorizer.Pattern($"^(?:{expression})$");
        }
        catch (RegexParseException)
        {
            throw ApiGatewayFaults.BadRequest($"Invalid identity validation expression specified: {expression}");
        }
    }
}
