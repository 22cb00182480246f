using System.Collections.Frozen;
using System.Text.Json;

namespace BedrockGateway.Api.Models;

/// <summary>Where each provider's native reply has its text.</summary>
/// <remarks>
/// Several formats of one provider are tried in order. A provider without a path, and a body where no path finds text
/// (images, embeddings, tool calls), answer with the whole body.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
/// </remarks>
internal sealed class ModelReplies(
    IReadOnlyDictionary<string, string[]> paths, IReadOnlyDictionary<string, string[]> deltas)
{
    private const string Chat = "$.choices[0].message.content";
    private const string ChatDelta = "$.choices[0].delta.content";

    public static readonly ModelReplies Default = new(new Dictionary<string, string[]>
    {
        // Jamba; Jurassic-2.
        ["ai21"] = [Chat, "$.completions[0].data.text"],
        // Nova; Titan text.
        ["amazon"] = ["$.output.message.content[*].text", "$.results[0].outputText"],
        // Messages; text completions.
        ["anthropic"] = ["$.content[?(@.type==\"text\")].text", "$.completion"],
        // Command R; Command.
        ["cohere"] = ["$.text", "$.generations[0].text"],
        // V3 and later; R1.
        ["deepseek"] = [Chat, "$.choices[0].text"],
        ["google"] = [Chat],
        ["meta"] = ["$.generation"],
        ["minimax"] = [Chat],
        // Chat; instruct.
        ["mistral"] = [Chat, "$.outputs[0].text"],
        ["moonshot"] = [Chat],
        ["moonshotai"] = [Chat],
        ["nvidia"] = [Chat],
        ["openai"] = [Chat],
        ["qwen"] = [Chat],
        ["writer"] = [Chat],
        ["zai"] = [Chat],
    },
    new Dictionary<string, string[]>
    {
        ["ai21"] = [ChatDelta],
        ["amazon"] = ["$.contentBlockDelta.delta.text", "$.outputText"],
        ["anthropic"] = ["$.delta.text", "$.completion"],
        ["cohere"] = ["$.text"],
        ["deepseek"] = [ChatDelta, "$.choices[0].text"],
        ["google"] = [ChatDelta],
        ["meta"] = ["$.generation"],
        ["minimax"] = [ChatDelta],
        ["mistral"] = [ChatDelta, Chat, "$.outputs[0].text"],
        ["moonshot"] = [ChatDelta],
        ["moonshotai"] = [ChatDelta],
        ["nvidia"] = [ChatDelta],
        ["openai"] = [ChatDelta],
        ["qwen"] = [ChatDelta],
        ["writer"] = [ChatDelta],
        ["zai"] = [ChatDelta],
    });

    private readonly FrozenDictionary<string, ReplyPath[]> _paths = Parse(paths);
    private readonly FrozenDictionary<string, ReplyPath[]> _deltas = Parse(deltas);

    /// <returns>The text as a JSON string, or the body itself.</returns>
    public JsonElement Pick(string modelId, JsonElement body)
    {
        if (ModelId.ProviderOf(modelId, _paths.ContainsKey) is not { } provider)
        {
            return body;
        }

        foreach (var path in _paths[provider])
        {
            var texts = path.Find(body).Where(found => found.ValueKind is JsonValueKind.String).ToList();
            if (texts.Count > 0)
            {
                return texts is [var single] ? single : Join(texts);
            }
        }

        return body;
    }

    /// <summary>The piece of text in one event of a stream; <see langword="null"/> where it has none.</summary>
    public string? PickDelta(string modelId, JsonElement chunk) =>
        ModelId.ProviderOf(modelId, _deltas.ContainsKey) is { } provider
            ? _deltas[provider]
                .SelectMany(path => path.Find(chunk))
                .Where(found => found.ValueKind is JsonValueKind.String)
                .Select(found => found.GetString())
                .FirstOrDefault()
            : null;

    private static FrozenDictionary<string, ReplyPath[]> Parse(IReadOnlyDictionary<string, string[]> texts) =>
        texts.ToFrozenDictionary(entry => entry.Key, entry => Array.ConvertAll(entry.Value, ReplyPath.Parse));

    private static JsonElement Join(List<JsonElement> texts) => JsonSerializer.SerializeToElement(
        string.Concat(texts.Select(text => text.GetString())), ModelsJsonContext.Wire.String);
}
