using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Bedrock.Replies;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Families.Anthropic;

/// <summary>Claude 2 and Claude Instant: one prompt of <c>\n\nHuman:</c> and <c>\n\nAssistant:</c> turns.</summary>
internal sealed class AnthropicText : ITextFamily
{
    private const string Human = "\n\nHuman:";

    private const string Assistant = "\n\nAssistant:";

    private static readonly BodySchema Schema = new BodySchema()
        .Require("prompt", BodyKind.Text)
        .Require("max_tokens_to_sample", BodyKind.Integer, min: 1)
        .Allow("stop_sequences", BodyKind.Texts)
        .Allow("temperature", BodyKind.Number, min: 0)
        .Allow("top_p", BodyKind.Number, min: 0)
        .Allow("top_k", BodyKind.Integer, min: 0)
        .Allow("anthropic_version", BodyKind.Text)
        .Closed();

    public string Name => "anthropic-text";

    public Prompt Read(JsonObject body)
    {
        Schema.Check(body);
        var prompt = body.TextAt("prompt");
        RequireTurns(prompt);
        return PromptTemplate.Read(prompt, body.IntAt("max_tokens_to_sample"), body.TextsAt("stop_sequences"));
    }

    // These models always end by running into the next human turn, and say so.
    public JsonObject Write(ModelRequest request, Reply reply) => Chunk(
        " " + reply.Text,
        reply.Ending.Word("stop_sequence", "max_tokens", "stop_sequence"),
        StopOf(reply.Ending));

    public INativeStream Stream(ModelRequest request) => new TextStream(
        text => Chunk(text, stopReason: null, stop: null),
        ended => Chunk(
            string.Empty, ended.Ending.Word("stop_sequence", "max_tokens", "stop_sequence"), StopOf(ended.Ending)),
        lead: " ");

    private static string? StopOf(Ending ending) =>
        ending.Stop == StopKind.TokenLimit ? null : ending.Sequence ?? Human;

    private static JsonObject Chunk(string text, string? stopReason, string? stop) => new()
    {
        ["type"] = "completion",
        ["completion"] = text,
        ["stop_reason"] = stopReason,
        ["stop"] = stop,
    };

    private static void RequireTurns(string prompt)
    {
        var violations = new List<string>();
        if (!prompt.StartsWith(Human, StringComparison.Ordinal))
        {
            violations.Add($"prompt must start with \"{Human}\" turn");
        }

        // Text after the last marker is the beginning of the answer, which Claude goes on from.
        var lastAssistant = prompt.LastIndexOf(Assistant, StringComparison.Ordinal);
        if (lastAssistant <= prompt.LastIndexOf(Human, StringComparison.Ordinal))
        {
            violations.Add($"prompt must end with \"{Assistant}\" turn");
        }

        if (violations.Count > 0)
        {
            throw new AwsFault("ValidationException", $"Invalid prompt: {string.Join(", ", violations)}");
        }
    }
}
