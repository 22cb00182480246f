using System.Text;
using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>Answers a request that the gateway refuses, as the API's gateway responses say.</summary>
internal static class RejectionWriter
{
    private const string HeaderPrefix = "gatewayresponse.header.";

    public static ValueTask WriteAsync(GatewayRequest request, Rejection rejection, CancellationToken cancellationToken)
    {
        request.Rejection = rejection;
        var responses = request.Compiled.GatewayResponses;
        var custom = responses.GetValueOrDefault(rejection.Text.ResponseType)
            ?? responses.GetValueOrDefault(rejection.Text.FallbackType);
        var status = custom?.StatusCode ?? rejection.Text.Status;
        request.Http.Response.StatusCode = status;

        var body = custom?.Template?.Render(request, missing: string.Empty) ?? DefaultBody(rejection);
        return GatewayReply.WriteAsync(
            request, status, HeadersOf(request, rejection, custom), Encoding.UTF8.GetBytes(body), cancellationToken);
    }

    /// <summary>The default body, where there is no API whose gateway responses could count.</summary>
    public static string DefaultBody(Rejection rejection)
    {
        var message = rejection.ClientMessage is { } text ? ContextVariables.Quote(text) : "null";
        return rejection.Text.Spaced ? $"{{\"message\": {message}}}" : $"{{\"message\":{message}}}";
    }

    private static Dictionary<string, string[]> HeadersOf(
        GatewayRequest request, Rejection rejection, GatewayResponse? custom)
    {
        var headers = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = [custom?.ContentType ?? MediaTypes.Json],
            ["x-amzn-ErrorType"] = [rejection.Text.ErrorType],
        };
        foreach (var (parameter, expression) in custom?.Headers ?? [])
        {
            if (MappingExpression.Evaluate(request, expression) is { } value)
            {
                headers[parameter[HeaderPrefix.Length..]] = [value];
            }
        }

        return headers;
    }

    /// <exception cref="Wire.AwsFault"><c>BadRequestException</c> (400): only headers can be set.</exception>
    public static void RequireHeader(string parameter)
    {
        if (!parameter.StartsWith(HeaderPrefix, StringComparison.Ordinal))
        {
            throw ApiGatewayFaults.NotEmulated($"gateway response parameter {parameter}");
        }
    }
}
