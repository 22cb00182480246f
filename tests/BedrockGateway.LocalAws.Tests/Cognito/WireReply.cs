using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Cognito;

/// <summary>A reply as the wire has it.</summary>
internal sealed record WireReply(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, JsonNode Body)
{
    /// <summary>Status, type and message of an error in one string, to compare as a whole.</summary>
    public string Fault => $"{(int)Status} {Body["__type"]}: {Body["message"]}";

    public string this[string member] => Body[member]!.ToString();

    public static async Task<WireReply> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(
            response.StatusCode,
            response.Headers.Concat(response.Content.Headers).ToDictionary(
                header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase),
            JsonNode.Parse(text)!);
    }
}
