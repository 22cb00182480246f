using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.Api.Converse;
using BedrockGateway.Api.Wire;

namespace BedrockGateway.Api.Anthropic;

/// <summary>
/// The body that InvokeModel takes: the client's, byte for byte, but for what Bedrock has otherwise and what Claude
/// would refuse without need.
/// </summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages.html
/// </remarks>
internal static class ClaudeBody
{
    /// <summary>What a reply may be long where the client does not say; every Claude can write that much.</summary>
    private const int DefaultMaxTokens = 4096;

    private const string Version = "bedrock-2023-05-31";

    public static ReadOnlyMemory<byte> Of(MessagesRequest request, Concessions concessions)
    {
        SourceCheck.Refuse(request.Root);
        List<string> removed = ["model", "stream", "anthropic_version", "anthropic_beta"];
        var added = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(added);
        json.WriteStartObject();
        json.WriteString("anthropic_version", Version);
        if (request.Root.Find("max_tokens") is null)
        {
            removed.Add("max_tokens");
            json.WriteNumber("max_tokens", MaxTokensFor(request.Root));
        }

        if (request.Betas.Count > 0 && !concessions.DropsBetas)
        {
            json.WriteStartArray("anthropic_beta");
            foreach (var beta in request.Betas)
            {
                json.WriteStringValue(beta);
            }

            json.WriteEndArray();
        }

        foreach (var (name, value) in ClaudeRepair.Of(request.Root.Value))
        {
            removed.Add(name);
            if (!value.IsEmpty)
            {
                json.WritePropertyName(name);
                json.WriteRawValue(value.Span, skipInputValidation: true);
            }
        }

        json.WriteEndObject();
        json.Flush();
        var body = JsonObjectEdit.Apply(request.Body.Span, added.WrittenSpan[1..^1], [.. removed]);
        return concessions.Fields.Count == 0 ? body : Without(concessions.Fields, body);
    }

    // Thoughts count as output.
    private static long MaxTokensFor(RequestPart root) =>
        root.Find("thinking") is { IsObject: true } thinking
        && thinking.Find("budget_tokens") is { Value: { ValueKind: JsonValueKind.Number } budget }
        && budget.TryGetInt32(out var thoughts)
            ? DefaultMaxTokens + (long)Math.Max(thoughts, 0)
            : DefaultMaxTokens;

    private static ReadOnlyMemory<byte> Without(IEnumerable<string> fields, ReadOnlyMemory<byte> body)
    {
        var root = JsonNode.Parse(body.Span, documentOptions: new() { MaxDepth = JsonObjectEdit.Options.MaxDepth });
        try
        {
            foreach (var field in fields)
            {
                Remove(root, field.Split('.'));
            }
        }
        catch (ArgumentException)
        {
            // A name that comes twice. The model will say again what it does not like.
            return body;
        }

        var output = new ArrayBufferWriter<byte>(body.Length);
        using var json = new Utf8JsonWriter(output, new() { MaxDepth = JsonObjectEdit.Options.MaxDepth });
        root!.WriteTo(json);
        json.Flush();
        return output.WrittenMemory;
    }

    // tools.0.custom.input_examples: a part that is not there names a variant of the type, not a place.
    private static void Remove(JsonNode? node, string[] path)
    {
        foreach (var part in path[..^1])
        {
            node = node switch
            {
                JsonObject parent when parent.TryGetPropertyValue(part, out var child) => child,
                JsonArray list when int.TryParse(part, out var at) && at >= 0 && at < list.Count => list[at],
                _ => node,
            };
        }

        (node as JsonObject)?.Remove(path[^1]);
    }
}
