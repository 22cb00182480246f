using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Anthropic;

/// <summary>A gateway with a user, and what the tests of this dialect ask of it.</summary>
internal sealed class AnthropicClient : IAsyncDisposable
{
    public const string Claude = "us.anthropic.claude-sonnet-4-6";
    public const string Nova = "amazon.nova-lite-v1:0";
    public const string Llama = "us.meta.llama3-3-70b-instruct-v1:0";

    private readonly string _token;
    private readonly string _key;

    private AnthropicClient(Gateway gateway, string token, string key) =>
        (Gateway, _token, _key) = (gateway, token, key);

    public Gateway Gateway { get; }

    /// <summary>The body of the one call that reached Bedrock.</summary>
    public string Asked => Assert.Single(Gateway.Runtime.Asked).Body;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<AnthropicClient> StartAsync(params string[] settings)
    {
        var gateway = await Gateway.StartAsync(settings: settings);
        var (token, key) = await gateway.EnterAsync();
        return new(gateway, token, key);
    }

    public async Task<HttpResponseMessage> SendAsync(
        string body, string path = "/v1/messages", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {_token}");
        request.Headers.Add("x-api-key", _key);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await Gateway.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
    }

    public async Task<string> TextAsync(
        string body, string path = "/v1/messages", params (string Name, string Value)[] headers)
    {
        using var reply = await SendAsync(body, path, headers);
        return await reply.Content.ReadAsStringAsync(Token);
    }

    /// <summary>Asserts that a request is refused before any model is asked.</summary>
    public async Task RefusesAsync(string body, string message, string path = "/v1/messages")
    {
        using var reply = await SendAsync(body, path);

        Assert.Equal(400, (int)reply.StatusCode);
        Assert.Equal(Error("invalid_request_error", message, reply), await reply.Content.ReadAsStringAsync(Token));
        Assert.Empty(Gateway.Runtime.Calls);
    }

    /// <summary>An error's body, which names the request as its header does.</summary>
    public static string Error(string type, string message, HttpResponseMessage reply) => new JsonObject
    {
        ["type"] = "error",
        ["error"] = new JsonObject { ["type"] = type, ["message"] = message },
        ["request_id"] = reply.Headers.GetValues("request-id").Single(),
    }.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public ValueTask DisposeAsync() => Gateway.DisposeAsync();
}
