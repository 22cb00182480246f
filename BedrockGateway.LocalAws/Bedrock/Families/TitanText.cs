using System.Text.Json.Nodes;

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

    public JsonObject Write(ModelRequest request, Prompt prompt, Completion completion) => new()
    {
        ["inputTextTokenCount"] = prompt.Tokens,
        ["results"] = new JsonArray(new JsonObject
        {
            ["tokenCount"] = completion.Tokens,
            ["outputText"] = "\n" + completion.Text,
            ["completionReason"] = completion.StopReason("FINISH", "LENGTH", "STOP_CRITERIA_MET"),
        }),
    };
}
