using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::BasePathMapping</c>: a stage below a domain name.</summary>
internal sealed class BasePathMappingHandler(CustomDomainStore domains, RestApiStore apis) : IResourceHandler
{
    public string Type => "AWS::ApiGateway::BasePathMapping";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string> { "BasePath", "DomainName" };

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var mapping = Read(request.Properties);
        var name = request.Properties.RequiredText("DomainName");
        var path = PathOf(request.Properties);
        domains.Change(name, domain => domain.Mappings.ContainsKey(path)
            ? throw ApiGatewayFaults.Conflict("Base path already exists for this domain name")
            : domain with { Mappings = domain.Mappings.Add(path, mapping) });
        return new(ResultOf($"{name}|{path}"));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request, string physicalId, JsonObject previousProperties, CancellationToken cancellationToken)
    {
        var mapping = Read(request.Properties);
        domains.Change(
            request.Properties.RequiredText("DomainName"),
            domain => domain with { Mappings = domain.Mappings.SetItem(PathOf(request.Properties), mapping) });
        return new(ResultOf(physicalId));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        var name = properties.RequiredText("DomainName");
        if (domains.Contains(name))
        {
            domains.Change(name, domain => domain with { Mappings = domain.Mappings.Remove(PathOf(properties)) });
        }

        return default;
    }

    private static string PathOf(JsonObject properties) =>
        properties.Text("BasePath") is { Length: > 0 } path ? path : CustomDomain.NoBasePath;

    private BasePathMapping Read(JsonObject properties)
    {
        var api = apis.Get(properties.RequiredText("RestApiId"));
        var stage = properties.Text("Stage");
        if (stage is not null)
        {
            api.Stage(stage);
        }

        return new(api.Id, stage);
    }

    private static ResourceResult ResultOf(string id) => new(id, new Dictionary<string, string>());
}
