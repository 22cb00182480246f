using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BedrockGateway.LocalAws.ApiGateway.DataPlane;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>What answers a method.</summary>
[JsonDerivedType(typeof(LambdaProxyIntegration), "lambda")]
[JsonDerivedType(typeof(MockIntegration), "mock")]
internal abstract record ApiIntegration;

/// <summary>A function that gets the whole request and returns the whole response (<c>AWS_PROXY</c>).</summary>
/// <param name="FunctionArn">ARN from the integration URI, with or without qualifier.</param>
/// <param name="HttpMethod">
/// Method of the call to Lambda; anything but <c>POST</c> fails at run time, as at AWS.
/// </param>
/// <param name="Timeout">Longest wait for the function.</param>
internal sealed record LambdaProxyIntegration(string FunctionArn, string HttpMethod, TimeSpan Timeout) : ApiIntegration
{
    /// <summary>Whether the reply goes to the client while the function makes it. Default no.</summary>
    public bool IsStreamed { get; init; }
}

/// <summary>An answer from the gateway itself (<c>MOCK</c>).</summary>
/// <param name="RequestTemplates">Templates by content type; the status code in one picks the response.</param>
/// <param name="PassthroughBehavior">
/// What happens to content without a template: <c>WHEN_NO_MATCH</c> and so on.
/// </param>
/// <param name="Responses">Responses in the template's order.</param>
internal sealed record MockIntegration(
    ImmutableDictionary<string, int?> RequestTemplates,
    string PassthroughBehavior,
    ImmutableArray<MockResponse> Responses) : ApiIntegration;

/// <summary>One integration response of a mock.</summary>
/// <param name="Status">Status that the client gets.</param>
/// <param name="SelectionPattern">
/// Regular expression on the mock's status; <see langword="null"/> marks the default.
/// </param>
/// <param name="Headers">Literal headers by name.</param>
/// <param name="Origins">The VTL that allows several origins; <see langword="null"/> without it.</param>
/// <param name="Body">Body by plain substitution, <see langword="null"/> for none.</param>
internal sealed record MockResponse(
    int Status,
    string? SelectionPattern,
    ImmutableDictionary<string, string> Headers,
    CorsOrigins? Origins,
    TemplateText? Body);
