using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::Resource</c>: one segment of the API's paths.</summary>
internal sealed partial class ResourceHandler(RestApiStore apis) : IResourceHandler
{
    public string Type => "AWS::ApiGateway::Resource";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new HashSet<string> { "ParentId", "PathPart", "RestApiId" };

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var properties = request.Properties;
        var id = ApiIds.New(6);
        apis.Update(properties.RequiredText("RestApiId"), api =>
        {
            var parent = api.Resource(properties.RequiredText("ParentId"));
            var part = properties.RequiredText("PathPart");
            RequireRoom(api, parent, part);
            var path = parent.Path == "/" ? $"/{part}" : $"{parent.Path}/{part}";
            return api with { Resources = api.Resources.Add(id, new(id, parent.Id, part, path)) };
        });
        return new(new ResourceResult(id, new Dictionary<string, string> { ["ResourceId"] = id }));
    }

    /// <summary>Nothing of a resource can change in place.</summary>
    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        new(new ResourceResult(physicalId, new Dictionary<string, string> { ["ResourceId"] = physicalId }));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        apis.UpdateIfPresent(
            properties.RequiredText("RestApiId"),
            api => api with { Resources = RemoveTree(api.Resources, physicalId) });
        return default;
    }

    private static void RequireRoom(RestApi api, ApiResource parent, string part)
    {
        if (!PathPart().IsMatch(part))
        {
            throw ApiGatewayFaults.BadRequest(
                "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable "
                + "and curly braces at the beginning and the end.");
        }

        var siblings = api.Resources.Values.Where(resource => resource.ParentId == parent.Id).ToList();
        if (siblings.Exists(resource => resource.PathPart == part))
        {
            throw ApiGatewayFaults.Conflict($"Another resource with the same parent already has this name: {part}");
        }

        if (IsVariable(part) && siblings.Find(resource => IsVariable(resource.PathPart)) is { } taken)
        {
            throw ApiGatewayFaults.BadRequest(
                $"A sibling ({taken.PathPart}) of this resource already has a variable path part "
                + "-- only one is allowed");
        }
    }

    // {id} and {proxy+} may stand beside each other, two of one kind may not.
    private static bool IsVariable(string? part) => part is ['{', .., '}'] and not [.., '+', '}'];

    private static ImmutableDictionary<string, ApiResource> RemoveTree(
        ImmutableDictionary<string, ApiResource> resources, string id)
    {
        foreach (var child in resources.Values.Where(resource => resource.ParentId == id))
        {
            resources = RemoveTree(resources, child.Id);
        }

        return resources.Remove(id);
    }

    [GeneratedRegex(@"^([a-zA-Z0-9._:$-]+|\{[a-zA-Z0-9._:-]+\+?\})$", RegexOptions.CultureInvariant)]
    private static partial Regex PathPart();
}
