using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Amazon Titan Text.</summary>
internal sealed class TitanText : ITextFamily
{
    private static readonly BodySchema Schema = new BodySchema()
        .Require("inputText", BodyKind.Text, min: 1)
        .Allow("textGenerationConfig", BodyKind.Object)
        .Allow("textGenerationConfig/maxTokenCount", BodyKind.Integer, min: 1)
        .Allow("textGenerationConfig/stopSequences", BodyKind.Texts)
        .Allow("textGenerationConfig/temperature", BodyKind.Number, min: 0)
        .Allow("textGenerationConfig/topP", BodyKind.Number, min: 0)
        .Closed();

    public string Name => "titan-text";

    public Prompt Read(JsonObject body)
    {
        Schema.Check(body);
        return PromptTemplate.Read(
            body.TextAt("inputText"),
            body.IntAt("textGenerationConfig/maxTokenCount"),
            body.TextsAt("textGenerationConfig/stopSequences"));
    }

    public JsonObject Write(ModelRequest request, Reply reply) => new()
    {
        ["inputTextTokenCount"] = reply.Usage.Input,
        ["results"] = new JsonArray(new JsonObject
        {
            ["tokenCount"] = reply.Usage.Output,
            ["outputText"] = "\n" + reply.Text,
            ["completionReason"] = reply.Ending.Word("FINISH", "LENGTH", "STOP_CRITERIA_MET"),
        }),
    };

    public INativeStream Stream(ModelRequest request)
    {
        var inputTokens = PromptMeter.Measure(Read(request.Body)).Tokens;
        return new TextStream(
            text => Chunk(text, inputTokens, outputTokens: null, reason: null),
            ended => Chunk(
                string.Empty,
                inputTokens,
                ended.Usage.Output,
                ended.Ending.Word("FINISH", "LENGTH", "STOP_CRITERIA_MET")),
            lead: "\n");
    }

    private static JsonObject Chunk(string text, int inputTokens, int? outputTokens, string? reason) => new()
    {
        ["outputText"] = text,
        ["index"] = 0,
        ["totalOutputTextTokenCount"] = outputTokens,
        ["completionReason"] = reason,
        ["inputTextTokenCount"] = inputTokens,
    };
}
