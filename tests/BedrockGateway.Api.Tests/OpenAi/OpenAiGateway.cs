using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.OpenAi;

/// <summary>A gateway with somebody in it, as the tests of OpenAI's routes call it.</summary>
internal sealed class OpenAiGateway : IAsyncDisposable
{
    public const string Chat = "/v1/chat/completions";

    private readonly string _token;
    private readonly string _key;

    private OpenAiGateway(Gateway gateway, string token, string key) =>
        (Gateway, _token, _key) = (gateway, token, key);

    public Gateway Gateway { get; }

    public FakeBedrockWire Runtime => Gateway.Runtime;

    public EventSource Events => Gateway.Runtime.Events;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<OpenAiGateway> StartAsync(params string[] settings)
    {
        var gateway = await Gateway.StartAsync(settings: settings);
        var (token, key) = await gateway.EnterAsync();
        return new(gateway, token, key);
    }

    public Task<HttpResponseMessage> PostAsync(string path, string body) =>
        Gateway.PostAsync(path, body, $"Bearer {_token}", _key);

    public Task<HttpResponseMessage> GetAsync(string path) =>
        Gateway.SendAsync(HttpMethod.Get, path, $"Bearer {_token}", _key);

    /// <summary>Posts, and answers as soon as the reply begins.</summary>
    public async Task<HttpResponseMessage> OpenAsync(string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {_token}");
        request.Headers.Add("x-api-key", _key);
        return await Gateway.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
    }

    /// <summary>The last body that a model was asked, without what tells for whom.</summary>
    public JsonObject LastAsked()
    {
        var body = JsonNode.Parse(Runtime.Asked.Last().Body)!.AsObject();
        body.Remove("requestMetadata");
        return body;
    }

    /// <summary>The data of a stream's events, with the id of the request taken out.</summary>
    public static async Task<string[]> DataOfAsync(HttpResponseMessage reply)
    {
        var text = await reply.Content.ReadAsStringAsync(Token);
        Assert.EndsWith("\n\n", text, StringComparison.Ordinal);
        return [.. text[..^2].Split("\n\n").Select(entry => Anonymous(entry.Split("data: ", 2)[1]))];
    }

    /// <summary>JSON with the ids that differ from request to request as <c>ID</c>.</summary>
    public static string Anonymous(string json)
    {
        if (!json.StartsWith('{') || JsonElement.Parse(json) is not { ValueKind: JsonValueKind.Object } root
            || !root.TryGetProperty("id", out var id))
        {
            return json;
        }

        var whole = id.GetString()!;
        var prefix = whole[..(whole.IndexOf('-', StringComparison.Ordinal) + 1)];
        return json.Replace(whole, prefix + "ID", StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => Gateway.DisposeAsync();
}
