using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam.Permissions;

internal static class AwsCallExtensions
{
    /// <summary>The body, as far as it is a JSON object: what it should be is the operation's to say.</summary>
    public static async ValueTask<JsonObject> ReadObjectAsync(this AwsCall call, CancellationToken cancellationToken)
    {
        var body = await call.ReadBodyAsync(cancellationToken);
        try
        {
            return (body.IsEmpty ? null : JsonNode.Parse(body.Span) as JsonObject) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
