using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>AI21 Jamba: OpenAI's chat JSON.</summary>
internal sealed class Jamba : ITextFamily
{
    private static readonly ChatFormat Format = new();

    private static readonly BodySchema Schema = ChatFormat.Schema()
        .Allow("stop", BodyKind.Texts);

    public string Name => "jamba";

    public Prompt Read(JsonObject body)
    {
        Schema.Check(body);
        return ChatFormat.Read(body);
    }

    public JsonObject Write(ModelRequest request, Prompt prompt, Completion completion) =>
        Format.Write(request, prompt, completion);
}
