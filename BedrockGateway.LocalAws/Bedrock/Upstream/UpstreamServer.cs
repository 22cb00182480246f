using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Upstream;

/// <summary>A server of OpenAI's API, such as Ollama's or llama.cpp's, and its failures in Bedrock's terms.</summary>
internal sealed class UpstreamServer(Uri address) : IDisposable
{
    // Models may take their time; the caller's patience is the limit.
    private readonly HttpClient _http = new()
    {
        BaseAddress = new(address.ToString().TrimEnd('/') + "/"),
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public void Dispose() => _http.Dispose();

    /// <summary>Name of the first model that the server lists.</summary>
    /// <exception cref="AwsFault">The server fails, or has none.</exception>
    public async Task<string> FirstModelAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "models");
        using var response = await SendAsync(request, cancellationToken);
        var body = ReadObject(await response.Content.ReadAsStringAsync(cancellationToken));
        return ModelBody.ObjectsOf(body?["data"]).FirstOrDefault()?.TextAt("id") is { Length: > 0 } id
            ? id
            : throw ModelError("It lists no models.");
    }

    /// <summary>The chunks of one completion.</summary>
    /// <exception cref="AwsFault">The server fails, before its first chunk or after.</exception>
    public async IAsyncEnumerable<JsonObject> CompleteAsync(
        JsonObject body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "chat/completions")
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        using var response = await SendAsync(request, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var events =
            SseParser.Create(stream).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(events) is { } data and not "[DONE]")
        {
            var chunk = ReadObject(data) ?? throw StreamError("A chunk is no JSON object.");
            yield return chunk.ContainsKey("error") ? throw StreamError(MessageOf(data)) : chunk;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException unreachable)
        {
            throw Unavailable(unreachable.Message);
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw FaultOf(response.StatusCode, MessageOf(await response.Content.ReadAsStringAsync(cancellationToken)));
        }
    }

    private static async Task<string?> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        try
        {
            return await events.MoveNextAsync() ? events.Current.Data : null;
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
            throw StreamError(broken.Message);
        }
    }

    private static JsonObject? ReadObject(string text)
    {
        try
        {
            return ModelBody.Read(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // {"error":{"message":"..."}}, or whatever else the server says.
    private static string MessageOf(string body) =>
        ReadObject(body)?.TextAt("error/message") is { Length: > 0 } message ? message : body;

    private static AwsFault FaultOf(HttpStatusCode status, string message) => status switch
    {
        HttpStatusCode.BadRequest => new("ValidationException", message),
        HttpStatusCode.TooManyRequests => new("ThrottlingException", message, HttpStatusCode.TooManyRequests),
        HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout =>
            Unavailable(message),
        _ => ModelError(message),
    };

    private static AwsFault Unavailable(string message) => new(
        "ServiceUnavailableException", $"The upstream is not available: {message}", HttpStatusCode.ServiceUnavailable);

    private static AwsFault ModelError(string message) => new(
        "ModelErrorException", $"The upstream failed: {message}", HttpStatusCode.FailedDependency);

    private static AwsFault StreamError(string message) => new(
        "ModelStreamErrorException", $"The upstream failed: {message}", HttpStatusCode.FailedDependency);
}
