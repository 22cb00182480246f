using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Families.OpenAi;

/// <summary>
/// Mistral's models from Mistral Large (24.07) on: OpenAI's chat JSON with <c>stop_reason</c> in its choices.
/// </summary>
internal sealed class MistralChat : ITextFamily
{
    private static readonly ChatFormat Format = new()
    {
        StopReasonName = "stop_reason",
        DeltaName = "message",
        CallPrefix = string.Empty,
        CallKeyLength = 9,
    };

    private static readonly BodySchema Schema = ChatFormat.Schema()
        .Allow("stop", BodyKind.Texts)
        .Allow("tool_choice");

    public string Name => "mistral-chat";

    public Prompt Read(JsonObject body)
    {
        Schema.Check(body);
        return ChatPrompt.Read(body);
    }

    public JsonObject Write(ModelRequest request, Reply reply) => Format.Write(request, reply);

    public INativeStream Stream(ModelRequest request) => Format.Stream(request);
}
