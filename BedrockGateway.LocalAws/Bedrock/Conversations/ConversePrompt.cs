using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Prompts;

namespace BedrockGateway.LocalAws.Bedrock.Conversations;

/// <summary>A body of Converse as a prompt.</summary>
internal static class ConversePrompt
{
    /// <exception cref="Wire.AwsFault"><c>ValidationException</c>: an image is none.</exception>
    public static Prompt Read(JsonObject body) =>
        new([.. ModelBody.ObjectsOf(body["messages"]).Select(message =>
            new Turn(message.TextAt("role"), ConverseContent.Read(message["content"])))])
        {
            System = ConverseContent.Read(body["system"]),
            Tools = ConverseTools.Read(body),
            Choice = ConverseTools.ReadChoice(body),
            MaxTokens = body.IntAt("inferenceConfig/maxTokens") ?? int.MaxValue,
            StopSequences = body.TextsAt("inferenceConfig/stopSequences"),
            Reasons = Reasons(body["additionalModelRequestFields"] as JsonObject ?? []),
            Output = ReadFormat(body),
        };

    // {"thinking":{"type":"enabled","budget_tokens":1024}} and reasoning_config alike for Claude, Nova's
    // {"reasoningConfig":{"type":"enabled","maxReasoningEffort":"low"}}, and "reasoning_effort":"low" for the others.
    private static bool Reasons(JsonObject fields) =>
        IsOn(fields.TextAt("thinking/type"))
        || IsOn(fields.TextAt("reasoning_config/type"))
        || IsOn(fields.TextAt("reasoningConfig/type"))
        || TextOfEffort(fields["reasoning_config"]) is not null
        || TextOfEffort(fields["reasoning_effort"]) is not null;

    private static bool IsOn(string type) => type is "enabled" or "adaptive";

    private static string? TextOfEffort(JsonNode? effort) =>
        ModelBody.TextOf(effort) is { Length: > 0 } text and not "none" ? text : null;

    // {"textFormat":{"type":"json_schema","structure":{"jsonSchema":{"schema":"{...}"}}}}
    private static OutputFormat? ReadFormat(JsonObject body)
    {
        if (body.TextAt("outputConfig/textFormat/type") != "json_schema")
        {
            return null;
        }

        try
        {
            return new(ModelBody.Read(body.TextAt("outputConfig/textFormat/structure/jsonSchema/schema")));
        }
        catch (JsonException)
        {
            return new(Schema: null);
        }
    }
}
