using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BedrockGateway.Api.Tests.Fakes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BedrockGateway.Api.Tests.Hosting;

/// <summary>docs/openapi.json against the routes that there are.</summary>
public sealed partial class OpenApiTests
{
    // Of the service itself, and what is said to verbs that mean nothing.
    private static readonly string[] Undocumented =
        ["/health", "/alive", "/{}", "HEAD /bedrock", "PUT /bedrock", "PATCH /bedrock", "DELETE /bedrock"];

    [Fact]
    public async Task Document_HasTheRoutesAndNoOthers()
    {
        await using var gateway = await Gateway.StartAsync();
        var routes = gateway.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .SelectMany(route => Operations(route))
            .Where(route => !route.StartsWith("OPTIONS ", StringComparison.Ordinal))
            .Where(route => !Undocumented.Contains(route))
            .ToHashSet();

        var documented = Documented().ToHashSet();

        Assert.Equal(routes.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Operations(RouteEndpoint route)
    {
        var path = Parameter().Replace("/" + route.RoutePattern.RawText!.TrimStart('/'), "{}");
        return route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods
            ? methods.Select(method => $"{method} {path}")
            : [path];
    }

    // The operations of Bedrock Runtime are one route.
    private static IEnumerable<string> Documented() =>
        JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "openapi.json")))!["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => (Verb: operation.Key, Path: path.Key)))
            .Select(entry => $"{entry.Verb.ToUpperInvariant()} {Parameter().Replace(Whole(entry.Path), "{}")}");

    private static string Whole(string path) => Native().Replace(path, "/model/{path}");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^/model/\{modelId\}/[a-z-]+$")]
    private static partial Regex Native();
}
