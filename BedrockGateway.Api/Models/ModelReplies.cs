using System.Collections.Frozen;
using System.Text.Json;

namespace BedrockGateway.Api.Models;

/// <summary>Where each provider's native reply has its text.</summary>
/// <remarks>
/// Several formats of one provider are tried in order. A provider without a path, and a body where no path finds text
/// (images, embeddings, tool calls), answer with the whole body.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
/// </remarks>
internal sealed class ModelReplies(IReadOnlyDictionary<string, string[]> paths)
{
    private const string Chat = "$.choices[0].message.content";

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
    });

    private readonly FrozenDictionary<string, ReplyPath[]> _paths =
        paths.ToFrozenDictionary(entry => entry.Key, entry => Array.ConvertAll(entry.Value, ReplyPath.Parse));

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

    private static JsonElement Join(List<JsonElement> texts) => JsonSerializer.SerializeToElement(
        string.Concat(texts.Select(text => text.GetString())), ModelsJsonContext.Wire.String);
}
