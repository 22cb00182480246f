using System.Text.Json;

namespace BedrockGateway.LocalAws.Lambda.Journal;

/// <summary>The HTTP status in a reply to API Gateway.</summary>
internal static class ProxyStatus
{
    // {"statusCode":200,...}
    public static int? Of(ReadOnlyMemory<byte> reply)
    {
        try
        {
            using var document = JsonDocument.Parse(reply);
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
