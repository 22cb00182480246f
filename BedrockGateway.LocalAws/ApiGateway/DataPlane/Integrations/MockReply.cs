using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane.Integrations;

/// <summary>Answers of the <c>MOCK</c> integration.</summary>
internal static class MockReply
{
    private const string AllowOrigin = "Access-Control-Allow-Origin";

    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    public static async ValueTask<Rejection?> WriteAsync(
        GatewayRequest request, MockIntegration mock, CancellationToken cancellationToken)
    {
        var type = MediaTypes.Bare(request.Http.Request.ContentType);
        if (!mock.RequestTemplates.TryGetValue(type.Length == 0 ? MediaTypes.Json : type, out var status))
        {
            // Content without a template is passed through as it is, and so names no status.
            var refused = mock.PassthroughBehavior == "NEVER"
                || (mock.PassthroughBehavior == "WHEN_NO_TEMPLATES" && !mock.RequestTemplates.IsEmpty);
            return new(
                refused ? GatewayFailure.UnsupportedMediaType : GatewayFailure.ApiConfigurationError,
                Detail: $"The mock integration has no request template for '{type}'.");
        }

        if (status is not { } code || Select(mock.Responses, code) is not { } response)
        {
            return new(
                GatewayFailure.ApiConfigurationError,
                Detail: "The mock integration's request template names no status code that has a response.");
        }

        request.IntegrationStatus = code;
        var body = response.Body?.Render(request, missing: string.Empty) ?? string.Empty;
        await GatewayReply.WriteAsync(
            request, response.Status, HeadersOf(request, response), Encoding.UTF8.GetBytes(body), cancellationToken);
        return null;
    }

    private static MockResponse? Select(ImmutableArray<MockResponse> responses, int status)
    {
        var text = status.ToString(CultureInfo.InvariantCulture);
        return responses.FirstOrDefault(response => response.SelectionPattern is { } pattern
                && Regex.IsMatch(text, $"^(?:{pattern})$", RegexOptions.CultureInvariant, MatchTimeout))
            ?? responses.FirstOrDefault(response => response.SelectionPattern is null);
    }

    private static Dictionary<string, string[]> HeadersOf(GatewayRequest request, MockResponse response)
    {
        var headers = response.Headers.ToDictionary(
            header => header.Key, header => new[] { header.Value }, StringComparer.OrdinalIgnoreCase);
        var origin = request.Http.Request.Headers.Origin.ToString();
        if (response.Origins?.Allows(origin) == true)
        {
            headers[AllowOrigin] = [origin];
        }

        return headers;
    }
}
