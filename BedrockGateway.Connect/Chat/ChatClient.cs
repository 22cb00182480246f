using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.Connect.Sessions;

namespace BedrockGateway.Connect.Chat;

/// <summary>POST /v1/chat/completions and GET /v1/models, as far as a chat needs them.</summary>
internal sealed class ChatClient(HttpMessageInvoker http)
{
    /// <summary>The pieces of text of one answer.</summary>
    /// <exception cref="ConnectException">The gateway or the model refuses, with its words.</exception>
    public async IAsyncEnumerable<string> StreamAsync(
        Uri gateway, Session session, JsonObject body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = RequestOf(HttpMethod.Post, gateway, session, "/v1/chat/completions");
        request.Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json"));
        using var response = await http.SendAsync(request, cancellationToken);
        await CheckAsync(response, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            if (item.Data is not "[DONE]" && TextOf(JsonElement.Parse(item.Data)) is { Length: > 0 } text)
            {
                yield return text;
            }
        }
    }

    /// <summary>Ids of the models that the user may call.</summary>
    /// <exception cref="ConnectException">The gateway refuses, with its words.</exception>
    public async Task<IReadOnlyList<string>> ListAsync(
        Uri gateway, Session session, CancellationToken cancellationToken)
    {
        using var request = RequestOf(HttpMethod.Get, gateway, session, "/v1/models");
        using var response = await http.SendAsync(request, cancellationToken);
        await CheckAsync(response, cancellationToken);
        var reply = await ReplyText.ReadAsync(response, cancellationToken);
        return reply.TryGetProperty("data", out var models) && models.ValueKind is JsonValueKind.Array
            ? [.. models.EnumerateArray().Select(model => ReplyText.Find(model, "id")).OfType<string>()]
            : [];
    }

    private static HttpRequestMessage RequestOf(HttpMethod method, Uri gateway, Session session, string path)
    {
        var request = new HttpRequestMessage(method, gateway.AbsoluteUri.TrimEnd('/') + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", session.IdToken);
        request.Headers.Add("x-api-key", session.ApiKey);
        return request;
    }

    private static async Task CheckAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            var reply = await ReplyText.ReadAsync(response, cancellationToken);
            throw new ConnectException(ReplyText.MessageOf(reply, response));
        }
    }

    // {"choices":[{"index":0,"delta":{"content":"Hel"}}]}, or {"error":{"message":"..."}}
    private static string? TextOf(JsonElement chunk)
    {
        if (chunk.TryGetProperty("error", out var error))
        {
            throw new ConnectException(ReplyText.Find(error, "message") ?? "The model's reply broke off.");
        }

        return chunk.TryGetProperty("choices", out var choices)
            && choices.ValueKind is JsonValueKind.Array
            && choices.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } choice
            && choice.TryGetProperty("delta", out var delta)
                ? ReplyText.Find(delta, "content")
                : null;
    }
}
