using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>Bedrock's REST-JSON without an SDK between, so that tests see headers and bodies as they are.</summary>
internal static class BedrockWire
{
    public static Task<BedrockReply> GetAsync(LocalAws aws, string pathAndQuery) =>
        SendAsync(aws, HttpMethod.Get, pathAndQuery, content: null);

    public static Task<BedrockReply> InvokeAsync(LocalAws aws, string modelId, string body) =>
        PostAsync(aws, $"/model/{Uri.EscapeDataString(modelId)}/invoke", body);

    public static Task<BedrockReply> PostAsync(LocalAws aws, string path, string body) =>
        SendAsync(aws, HttpMethod.Post, path, new ByteArrayContent(Encoding.UTF8.GetBytes(body)));

    /// <summary>Lower-case hex SHA-256 of a body, which the models work into their replies.</summary>
    public static string Digest(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    public static async Task<BedrockReply> SendAsync(
        LocalAws aws,
        HttpMethod method,
        string pathAndQuery,
        HttpContent? content,
        params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(aws.Endpoint, pathAndQuery)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256",
            "Credential=test/20260102/us-east-1/bedrock/aws4_request, SignedHeaders=host, Signature=0");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(
            response.StatusCode,
            response.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase),
            response.Content.Headers.ContentType?.ToString(),
            body,
            JsonNode.Parse(body)!.AsObject());
    }
}

internal sealed record BedrockReply(
    HttpStatusCode Status, Dictionary<string, string> Headers, string? ContentType, string Text, JsonObject Body)
{
    /// <summary>Status, error type and message of a fault.</summary>
    public (HttpStatusCode Status, string? Type, string? Message) Fault =>
        (Status, Headers.GetValueOrDefault("x-amzn-ErrorType"), (string?)Body["message"]);

    public static (HttpStatusCode Status, string? Type, string? Message) Invalid(string message) =>
        (HttpStatusCode.BadRequest, "ValidationException", message);
}
