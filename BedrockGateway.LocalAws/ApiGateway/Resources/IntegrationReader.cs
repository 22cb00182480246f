using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.ApiGateway.DataPlane;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.ApiGateway.Resources;

/// <summary>
/// Reads the <c>Integration</c> of a method; what cannot be served is refused here, not at the first request.
/// </summary>
internal static partial class IntegrationReader
{
    private const int DefaultTimeoutMs = 29_000;

    private const int MinTimeoutMs = 50;

    private const int MaxTimeoutMs = 29_000;

    private const int MaxStreamTimeoutMs = 900_000;

    private const string ResponseHeader = "method.response.header.";

    /// <exception cref="Wire.AwsFault">
    /// <c>BadRequestException</c> (400): it is not valid. <c>NotImplemented</c> (501): it is of a kind that is not
    /// emulated.
    /// </exception>
    public static ApiIntegration Read(JsonObject? integration)
    {
        if (integration is null)
        {
            throw ApiGatewayFaults.NotEmulated("a Method without Integration");
        }

        var type = integration.RequiredText("Type");
        RequireTransferMode(integration, type);
        return type switch
        {
            "AWS_PROXY" => ReadProxy(integration),
            "MOCK" => ReadMock(integration),
            var other => throw ApiGatewayFaults.NotEmulated($"integrations of type {other}"),
        };
    }

    // arn:aws:apigateway:{r}:lambda:path/2015-03-31/functions/arn:aws:lambda:{r}:{account}:function:{name}/invocations
    // arn:aws:apigateway:{r}:lambda:path/2021-11-15/functions/{arn as above}/response-streaming-invocations
    private static LambdaProxyIntegration ReadProxy(JsonObject integration)
    {
        var uri = integration.RequiredText("Uri");
        var match = LambdaUri().Match(uri);
        if (!match.Success)
        {
            throw ApiGatewayFaults.NotEmulated($"AWS_PROXY integration with the URI {uri}");
        }

        // AWS takes either and fails at run time, in ways that are nowhere written down.
        var isStreamed = integration.Text("ResponseTransferMode") == "STREAM";
        if (match.Groups["streaming"].Success != isStreamed)
        {
            throw ApiGatewayFaults.NotEmulated(
                $"ResponseTransferMode {(isStreamed ? "STREAM" : "BUFFERED")} with the URI {uri}");
        }

        var timeout = integration.Whole("TimeoutInMillis") ?? DefaultTimeoutMs;
        var maxTimeout = isStreamed ? MaxStreamTimeoutMs : MaxTimeoutMs;
        return timeout < MinTimeoutMs || timeout > maxTimeout
            ? throw ApiGatewayFaults.BadRequest($"Timeout should be between {MinTimeoutMs} ms and {maxTimeout} ms")
            : new(
                match.Groups["function"].Value,
                integration.Text("IntegrationHttpMethod") ?? string.Empty,
                TimeSpan.FromMilliseconds(timeout))
            {
                IsStreamed = isStreamed,
            };
    }

    private static void RequireTransferMode(JsonObject integration, string type)
    {
        var mode = integration.Text("ResponseTransferMode");
        if (mode is not (null or "BUFFERED" or "STREAM"))
        {
            throw ApiGatewayFaults.BadRequest(
                $"Invalid response transfer mode specified: {mode}. Valid values are [BUFFERED, STREAM]");
        }

        if (mode == "STREAM" && type is not ("AWS_PROXY" or "HTTP_PROXY"))
        {
            throw ApiGatewayFaults.BadRequest(
                "Response transfer mode STREAM is only supported for AWS_PROXY and HTTP_PROXY integrations");
        }
    }

    private static MockIntegration ReadMock(JsonObject integration) => new(
        integration.TextMap("RequestTemplates").ToImmutableDictionary(
            pair => pair.Key, pair => StatusOf(pair.Value), StringComparer.OrdinalIgnoreCase),
        integration.Text("PassthroughBehavior") ?? "WHEN_NO_MATCH",
        [.. integration.Objects("IntegrationResponses").Select(ReadResponse)]);

    private static MockResponse ReadResponse(JsonObject response)
    {
        var headers = response.TextMap("ResponseParameters").ToImmutableDictionary(
            pair => pair.Key.StartsWith(ResponseHeader, StringComparison.Ordinal)
                ? pair.Key[ResponseHeader.Length..]
                : throw ApiGatewayFaults.BadRequest($"Invalid mapping expression parameter specified: {pair.Key}"),
            pair => MappingExpression.RequireLiteral(pair.Value));
        var template = response.TextMap("ResponseTemplates").GetValueOrDefault(MediaTypes.Json);
        var isVtl = template?.Contains('#', StringComparison.Ordinal) == true;
        return new(
            response.Whole("StatusCode") ?? StatusCodes.Status200OK,
            response.Text("SelectionPattern"),
            headers,
            isVtl ? CorsOrigins.Parse(template!) : null,
            isVtl || template is null ? null : TemplateText.Parse(template));
    }

    // { statusCode: 200 } and {"statusCode":200}; a template with VTL in it may name its status in ways not looked for.
    private static int? StatusOf(string template)
    {
        if (template.Contains('#', StringComparison.Ordinal) || template.Contains('$', StringComparison.Ordinal))
        {
            throw ApiGatewayFaults.NotEmulated("mock request template with VTL");
        }

        var match = StatusCode().Match(template);
        return match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(
        @"^arn:[^:]+:apigateway:[^:]+:lambda:path/(?:2015-03-31/functions/(?<function>[^/$]+)/invocations"
        + @"|2021-11-15/functions/(?<function>[^/$]+)/(?<streaming>response-streaming-invocations))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex LambdaUri();

    [GeneratedRegex("""['"]?statusCode['"]?\s*:\s*['"]?(\d{3})""", RegexOptions.CultureInvariant)]
    private static partial Regex StatusCode();
}
