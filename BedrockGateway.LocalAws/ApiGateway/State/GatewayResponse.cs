using System.Collections.Immutable;
using BedrockGateway.LocalAws.ApiGateway.DataPlane;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>How an API words one kind of its own errors.</summary>
/// <param name="ResponseType">Kind, such as <c>UNAUTHORIZED</c> or <c>DEFAULT_4XX</c>.</param>
/// <param name="StatusCode">Status instead of the kind's own; <see langword="null"/> leaves that.</param>
/// <param name="Headers">Header names and where the value comes from: <c>'literal'</c> or an expression.</param>
/// <param name="ContentType">Content type of the template.</param>
/// <param name="Template">Body; <see langword="null"/> leaves the default body.</param>
internal sealed record GatewayResponse(
    string ResponseType,
    int? StatusCode,
    ImmutableDictionary<string, string> Headers,
    string ContentType,
    TemplateText? Template);
