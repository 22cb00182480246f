using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>
/// Mistral's models from Mistral Large (24.07) on: OpenAI's chat JSON with <c>stop_reason</c> in its choices.
/// </summary>
internal sealed class MistralChat : ITextFamily
{
    private static readonly ChatFormat Format = new("stop_reason");

    private static readonly BodySchema Schema = ChatFormat.Schema()
        .Allow("stop", BodyKind.Texts)
        .Allow("tool_choice");

    public string Name => "mistral-chat";

    public Prompt Read(JsonObject body)
    {
        Schema.Check(body);
        return ChatFormat.Read(body);
    }

    public JsonObject Write(ModelRequest request, Prompt prompt, Completion completion) =>
        Format.Write(request, prompt, completion);
}
