using System.Text.Json;

namespace BedrockGateway.LocalAws.Lambda.Journal;

/// <summary>The HTTP status in a reply to API Gateway.</summary>
internal static class ProxyStatus
{
    // {"statusCode":200,...}                         whole
    // {"statusCode":200,...}\0\0\0\0\0\0\0\0<body>   streamed
    public static int? Of(ReadOnlyMemory<byte> reply)
    {
        try
        {
            var reader = new Utf8JsonReader(reply.Span);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("statusCode", out var status)
                && status.ValueKind == JsonValueKind.Number
                && status.TryGetInt32(out var number)
                ? number
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
