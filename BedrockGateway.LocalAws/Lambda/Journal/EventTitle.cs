using System.Text.Json;

namespace BedrockGateway.LocalAws.Lambda.Journal;

/// <summary>A few words that tell one event from another in a list.</summary>
internal static class EventTitle
{
    // {"httpMethod":"POST","path":"/register",...}    API Gateway
    // {"triggerSource":"PreSignUp_SignUp",...}        Cognito
    // {"source":"aws.events",...}                     EventBridge, or what a rule says in its place
    public static string Of(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var @event = JsonDocument.Parse(payload);
            var root = @event.RootElement;
            return TextOf(root, "triggerSource")
                ?? TextOf(root, "source")
                ?? (TextOf(root, "httpMethod") is { } verb ? $"{verb} {TextOf(root, "path")}".TrimEnd() : "Event");
        }
        catch (JsonException)
        {
            return "Event";
        }
    }

    private static string? TextOf(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
