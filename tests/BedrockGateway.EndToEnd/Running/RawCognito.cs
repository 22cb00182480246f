using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace BedrockGateway.EndToEnd.Running;

/// <summary>What an administrator does with a local pool besides what the API needs of Cognito's client.</summary>
internal sealed class RawCognito(Uri endpoint, string userPoolId) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    public async Task<JsonObject> CallAsync(string operation, params (string Name, JsonNode Value)[] members)
    {
        var body = new JsonObject { ["UserPoolId"] = userPoolId };
        Array.ForEach(members, member => body[member.Name] = member.Value);
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8);
        content.Headers.ContentType = new("application/x-amz-json-1.1");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = content };
        request.Headers.Add("X-Amz-Target", $"AWSCognitoIdentityProviderService.{operation}");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, "
            + "Signature=0");
        using var reply = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(reply.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    public void Dispose() => _http.Dispose();
}
