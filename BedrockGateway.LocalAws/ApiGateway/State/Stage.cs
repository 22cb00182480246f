using System.Collections.Immutable;
using BedrockGateway.LocalAws.ApiGateway.DataPlane;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>A name under which a deployment is served, with settings that count at once.</summary>
internal sealed record Stage(
    string Name, string DeploymentId, DateTimeOffset CreatedDate, DateTimeOffset LastUpdatedDate)
{
    public string? Description { get; init; }

    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Throttles by resource path and verb.</summary>
    public ImmutableDictionary<MethodPath, ThrottleSettings> Throttles { get; init; } =
        ImmutableDictionary<MethodPath, ThrottleSettings>.Empty;

    /// <summary>Format of a line for each request; <see langword="null"/> writes none.</summary>
    public TemplateText? AccessLogFormat { get; init; }

    public string? AccessLogDestination { get; init; }
}

/// <summary>A method as stage settings name it; <c>*</c> stands for all of them.</summary>
internal readonly record struct MethodPath(string Path, string HttpMethod)
{
    public static MethodPath All { get; } = new("/*", "*");

    /// <summary>
    /// Reads <c>/~1v1~1chat</c> and <c>/v1~1chat</c> alike: CloudFormation's and CDK's ways to write <c>/v1/chat</c>.
    /// </summary>
    public static MethodPath Parse(string resourcePath, string httpMethod) =>
        new(
            $"/{resourcePath.Replace("~1", "/", StringComparison.Ordinal).TrimStart('/')}",
            httpMethod.ToUpperInvariant());
}
