using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Families.OpenAi;

/// <summary>OpenAI's chat JSON as it is: gpt, Qwen, DeepSeek-V3, GLM, MiniMax, Kimi, Gemma, Nemotron.</summary>
internal sealed class OpenAiChat : ITextFamily
{
    private static readonly ChatFormat Format = new();

    private static readonly BodySchema Schema = ChatFormat.Schema()
        .Allow("stop")
        .Allow("max_completion_tokens", BodyKind.Integer, min: 1);

    public string Name => "openai-chat";

    public Prompt Read(JsonObject body)
    {
        Schema.Check(body);
        return ChatPrompt.Read(body);
    }

    public JsonObject Write(ModelRequest request, Reply reply) => Format.Write(request, reply);

    public INativeStream Stream(ModelRequest request) => Format.Stream(request);
}
