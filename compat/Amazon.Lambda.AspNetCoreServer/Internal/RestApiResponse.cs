using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Microsoft.AspNetCore.Http.Features;

namespace Amazon.Lambda.AspNetCoreServer.Internal;

/// <summary>What the pipeline wrote, as a REST API's reply.</summary>
internal static class RestApiResponse
{
    public static APIGatewayProxyResponse Write(InvocationFeatures features, ResponseContentEncodings encodings)
    {
        var response = new APIGatewayProxyResponse
        {
            StatusCode = features.StatusCode != 0 ? features.StatusCode : 200,
            Headers = new Dictionary<string, string>(),
            MultiValueHeaders = new Dictionary<string, IList<string>>(StringComparer.OrdinalIgnoreCase),
        };
        foreach (var (name, values) in ((IHttpResponseFeature)features).Headers)
        {
            response.MultiValueHeaders[name] = [.. values];
        }

        var contentType = First(response, "Content-Type");
        if (contentType is null)
        {
            // A list with null in it keeps API Gateway from putting application/json there.
            response.MultiValueHeaders["Content-Type"] = [null!];
        }

        response.IsBase64Encoded =
            encodings.For(contentType, First(response, "Content-Encoding")) == ResponseContentEncoding.Base64;
        response.Body = response.IsBase64Encoded
            ? Convert.ToBase64String(features.WrittenBody)
            : Encoding.UTF8.GetString(features.WrittenBody);
        return response;
    }

    private static string? First(APIGatewayProxyResponse response, string name) =>
        response.MultiValueHeaders.TryGetValue(name, out var values) && values is [var first, ..] ? first : null;
}
