using System.Text.Json;

namespace BedrockGateway.Connect.Sessions;

/// <summary>Reads the replies of services that may be others than expected.</summary>
internal static class ReplyText
{
    private const int MaxBytes = 1024 * 1024;

    /// <returns>An object; one without properties where the reply is none.</returns>
    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var reader = new Utf8JsonReader(bytes);
            var reply = JsonElement.ParseValue(ref reader);
            return reply.ValueKind is JsonValueKind.Object ? reply : JsonElement.Parse("{}");
        }
        catch (JsonException)
        {
            return JsonElement.Parse("{}");
        }
    }

    public static string? Find(JsonElement reply, string name) =>
        reply.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;

    /// <summary>What a service says about a failure.</summary>
    public static string MessageOf(JsonElement reply, HttpResponseMessage response) =>
        Find(reply, "message")
        ?? (reply.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object
            ? Find(error, "message")
            : null)
        ?? $"HTTP {(int)response.StatusCode}";
}
