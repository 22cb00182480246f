using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Writer Palmyra: OpenAI's chat JSON.</summary>
internal sealed class WriterChat : ITextFamily
{
    private static readonly ChatFormat Format = new();

    private static readonly BodySchema Schema = ChatFormat.Schema()
        .Allow("stop");

    public string Name => "writer";

    public Prompt Read(JsonObject body)
    {
        Schema.Check(body);
        return ChatFormat.Read(body);
    }

    public JsonObject Write(ModelRequest request, Prompt prompt, Completion completion) =>
        Format.Write(request, prompt, completion);
}
