using System.Text;
using System.Text.Json.Nodes;

namespace BedrockGateway.Bench.Streams.Long;

/// <summary>Somebody who registers with the local gateway, logs in, and asks a model.</summary>
internal sealed class Member(Uri gateway) : IDisposable
{
    private const string Form = """{"email":"ada@example.com","password":"Passw0rd!-9","fullname":"Ada Lovelace"}""";

    private readonly HttpClient _http = new() { BaseAddress = gateway, Timeout = Timeout.InfiniteTimeSpan };

    /// <exception cref="BenchException">The gateway refused.</exception>
    public async Task EnrolAsync(CancellationToken cancellationToken)
    {
        var registered = await EnterAsync("register", cancellationToken);
        var login = await EnterAsync("login", cancellationToken);
        _http.DefaultRequestHeaders.Add("x-api-key", (string)registered["data"]!["API Key"]!);
        _http.DefaultRequestHeaders.Add("Authorization", $"Bearer {login["IdToken"]}");
    }

    /// <summary>Asks for a stream.</summary>
    /// <returns>The reply, of which only the head has come.</returns>
    /// <exception cref="BenchException">The gateway refused.</exception>
    public async Task<HttpResponseMessage> OpenChatAsync(string prompt, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("v1/chat/completions", UriKind.Relative))
        {
            Content = Json(new JsonObject
            {
                ["model"] = "amazon.nova-lite-v1:0",
                ["stream"] = true,
                ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = prompt }),
            }.ToJsonString()),
        };
        var reply = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return reply.IsSuccessStatusCode
            ? reply
            : throw new BenchException(
                $"The gateway answered {await reply.Content.ReadAsStringAsync(cancellationToken)}");
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> EnterAsync(string path, CancellationToken cancellationToken)
    {
        using var form = Json(Form);
        using var reply = await _http.PostAsync(new Uri(path, UriKind.Relative), form, cancellationToken);
        var body = await reply.Content.ReadAsStringAsync(cancellationToken);
        return reply.IsSuccessStatusCode
            ? JsonNode.Parse(body)!
            : throw new BenchException($"/{path} answered {body}");
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
